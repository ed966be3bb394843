import { type CloudEvent, eventSchemas } from "../../shared/events.ts";
import { DAY_MS, dayStart } from "../../shared/time.ts";
import { kindOfField } from "./eventFields.ts";
import { identifierOf, officeIdOf } from "./identifier.ts";
import type { Cell, Condition, MappedEvent, Mapping } from "./mapping.ts";
import { Numbering } from "./numbering.ts";
import type { LineRefusal, SourceRecord } from "./sourceRecord.ts";
import { formatInstant, type TimeReader, timeReader } from "./timeReader.ts";

/** An event made of the file, on its way. */
export interface MadeEvent {
  readonly office: string;
  readonly type: string;
  /** When it happened, epoch ms. */
  readonly time: number;
  readonly json: string;
  readonly line: number;
  readonly column: string;
}

type Outcome = { readonly value: string | number } | { readonly empty: true } | { readonly wrong: string };

/** Makes events of records as a mapping says, in the order of the file: the same file makes the same events. */
export class Translator {
  readonly numbering = new Numbering();
  readonly #mapping: Mapping;
  readonly #producer: string;
  readonly #readTime: TimeReader;
  readonly #empty: ReadonlySet<string>;
  readonly #caseEvents: readonly MappedEvent[];
  readonly #rowEvents: readonly MappedEvent[];
  /** Which events of each case are done, one bit each. */
  readonly #cases = new Map<string, number>();

  /** @param producer the name of the source of every office */
  constructor(mapping: Mapping, producer: string) {
    this.#mapping = mapping;
    this.#producer = producer;
    this.#readTime = timeReader(mapping.times.formats, mapping.times.zone);
    this.#empty = new Set(["", ...mapping.empty]);
    this.#caseEvents = mapping.events.filter(({ each }) => each === "case");
    this.#rowEvents = mapping.events.filter(({ each }) => each === "row");
  }

  /** How many cases were met. */
  get cases(): number {
    return this.#cases.size;
  }

  /** The events of the next record, and what of it is not taken. */
  translate(record: SourceRecord): { readonly events: readonly MadeEvent[]; readonly refused: readonly LineRefusal[] } {
    const events: MadeEvent[] = [];
    const refused: LineRefusal[] = [];
    const { line } = record;
    const office = this.#office(record);
    if ("wrong" in office) {
      const column = this.#mapping.office.column ?? null;
      return { events, refused: [{ line, column, type: null, reason: office.wrong }] };
    }
    const make = (mapped: MappedEvent) => {
      const made = this.#make(mapped, record, office.id);
      if ("json" in made) events.push(made);
      else refused.push(made);
    };
    const { case: caseColumn } = this.#mapping;
    if (caseColumn !== null) {
      const name = this.#text(record, caseColumn);
      if (name === null)
        return {
          events,
          refused: [{ line, column: caseColumn, type: null, reason: "is empty; every record needs its case" }],
        };
      this.#eachCase(`${office.id}|${name}`, record, make);
    }
    for (const mapped of this.#rowEvents) if (this.#applies(mapped, record)) make(mapped);
    return { events, refused };
  }

  /** An event of a case is made of the first record of the case that it applies to. */
  #eachCase(key: string, record: SourceRecord, make: (mapped: MappedEvent) => void): void {
    const before = this.#cases.get(key) ?? 0;
    let done = before;
    this.#caseEvents.forEach((mapped, place) => {
      if ((done & (1 << place)) !== 0 || !this.#applies(mapped, record)) return;
      done |= 1 << place;
      make(mapped);
    });
    if (done !== before || before === 0) this.#cases.set(key, done);
  }

  #applies({ when, optional, time }: MappedEvent, record: SourceRecord): boolean {
    if (optional && this.#text(record, time) === null) return false;
    return Object.entries(when).every(([column, condition]) => this.#holds(condition, record.value(column)));
  }

  #holds(condition: Condition, text: string): boolean {
    if (condition === "filled") return !this.#empty.has(text);
    if (condition === "empty") return this.#empty.has(text);
    return Array.isArray(condition) ? condition.includes(text) : !condition.not.includes(text);
  }

  /** What stands in a column; null when it counts as empty. */
  #text(record: SourceRecord, column: string): string | null {
    const text = record.value(column);
    return this.#empty.has(text) ? null : text;
  }

  #office(record: SourceRecord): { readonly id: string } | { readonly wrong: string } {
    const outcome = this.#cell(this.#mapping.office, record, "office");
    if ("value" in outcome) return { id: officeIdOf(String(outcome.value)) };
    return { wrong: "wrong" in outcome ? outcome.wrong : "is empty; every record needs its office" };
  }

  #cell(cell: Cell, record: SourceRecord, field: string): Outcome {
    const { column, values, otherwise, prefix = "", value } = cell;
    if (column === undefined) return { value: value as string | number };
    const text = this.#text(record, column);
    if (values === undefined) {
      if (text !== null) return { value: prefix + text };
      return otherwise === undefined ? { empty: true } : { value: otherwise };
    }
    const translated = Object.hasOwn(values, text ?? "") ? values[text ?? ""] : otherwise;
    if (translated !== undefined) return { value: prefix + translated };
    if (text === null) return { empty: true };
    return {
      wrong: `holds a value that the mapping does not translate for "${field}"; add it to "values", or give an "otherwise"`,
    };
  }

  #field(field: string, cell: Cell, record: SourceRecord): Outcome {
    const outcome = this.#cell(cell, record, field);
    if (!("value" in outcome)) return outcome;
    switch (kindOfField(field)) {
      case "time":
        return this.#moment(String(outcome.value), field);
      case "number": {
        const number = Number(outcome.value);
        return Number.isNaN(number) ? { wrong: `is no number, and "${field}" needs one` } : { value: number };
      }
      case "identifier":
        return { value: identifierOf(String(outcome.value)) };
      case "text":
        return { value: String(outcome.value) };
    }
  }

  /** A deadline that is told as a date alone ends with its date, at 24:00. */
  #moment(text: string, field: string): Outcome {
    const time = this.#readTime(text);
    if (typeof time === "string") return { wrong: time };
    const { zone } = this.#mapping.times;
    if (!time.dateOnly || field !== "due" || zone === null) return { value: formatInstant(time.at, time.offset) };
    const end = dayStart(Math.floor((time.at + time.offset) / DAY_MS) + 1, zone);
    return { value: formatInstant(end, time.offset) };
  }

  #make(mapped: MappedEvent, record: SourceRecord, office: string): MadeEvent | LineRefusal {
    const { type, time: column } = mapped;
    const { line } = record;
    const refuse = (where: string | null, reason: string): LineRefusal => ({ line, column: where, type, reason });
    const text = this.#text(record, column);
    if (text === null) return refuse(column, 'is empty; fill it in, or mark the event as "optional" in the mapping');
    const time = this.#readTime(text);
    if (typeof time === "string") return refuse(column, time);
    const data: Record<string, string | number> = {};
    for (const [field, cell] of Object.entries(mapped.data)) {
      const outcome = this.#field(field, cell, record);
      if ("wrong" in outcome) return refuse(cell.column ?? null, outcome.wrong);
      if ("value" in outcome) data[field] = outcome.value;
    }
    const event = {
      specversion: "1.0",
      id: this.#producer,
      source: `/offices/${office}/${this.#producer}`,
      sequence: 1,
      type,
      time: formatInstant(time.at, time.offset),
      data,
    };
    const checked = eventSchemas[type].safeParse(event);
    if (!checked.success) {
      const { path = [], message = "" } = checked.error.issues[0] ?? {};
      const field = String(path[1] ?? path[0]);
      const cell = mapped.data[field];
      return cell !== undefined && data[field] === undefined
        ? refuse(
            cell.column ?? null,
            `is empty, and ${type} needs it as "${field}"; fill it in, or give an "otherwise" in the mapping`,
          )
        : refuse(cell?.column ?? column, `does not fit "${field}" of ${type}: ${message}`);
    }
    const sequence = this.numbering.next(office);
    const numbered = { ...event, id: `${this.#producer}-${sequence}`, sequence } as CloudEvent;
    return { office, type, time: time.at, json: JSON.stringify(numbered), line, column };
  }
}
