import { type CloudEvent, eventSchemas } from "../../shared/events.ts";
import { FieldReader } from "./fieldReader.ts";
import type { Cell, MappedEvent, Mapping } from "./mappingSchema.ts";
import { Numbering } from "./numbering.ts";
import type { LineRefusal, SourceRecord } from "./sourceRecord.ts";
import { templateColumns } from "./template.ts";
import { formatInstant } from "./timeReader.ts";

/** An event made of the file, on its way. */
export interface MadeEvent {
  readonly office: string;
  readonly type: string;
  /** When it happened, epoch ms. */
  readonly time: number;
  readonly json: string;
  readonly line: number;
}

/** What a record comes to. */
export interface Translation {
  readonly events: readonly MadeEvent[];
  readonly refused: readonly LineRefusal[];
}

/** Makes events of records as a mapping says, in the order of the file: the same file makes the same events. */
export class Translator {
  readonly #mapping: Mapping;
  readonly #producer: string;
  readonly #reader: FieldReader;
  readonly #numbering = new Numbering();
  readonly #caseEvents: readonly MappedEvent[];
  readonly #rowEvents: readonly MappedEvent[];
  /** Which events of each case are done, one bit each. */
  readonly #cases = new Map<string, number>();

  /** @param producer the name of the source of every office */
  constructor(mapping: Mapping, producer: string) {
    this.#mapping = mapping;
    this.#producer = producer;
    this.#reader = new FieldReader(mapping);
    this.#caseEvents = mapping.events.filter(({ each }) => each === "case");
    this.#rowEvents = mapping.events.filter(({ each }) => each === "row");
  }

  /** How many cases were met. */
  get cases(): number {
    return this.#cases.size;
  }

  /** The events of the next record, and what of it is not taken. */
  translate(record: SourceRecord): Translation {
    const { line } = record;
    const { case: caseColumn } = this.#mapping;
    const whole = (column: string | null, reason: string) => ({
      events: [],
      refused: [{ line, column, type: null, reason }],
    });
    const office = this.#reader.office(record);
    if (!("value" in office))
      return whole(
        columnOf(this.#mapping.office),
        "wrong" in office ? office.wrong : "is empty; every record needs its office",
      );
    const name = caseColumn === null ? null : this.#reader.text(record, caseColumn);
    if (caseColumn !== null && name === null) return whole(caseColumn, "is empty; every record needs its case");
    const events: MadeEvent[] = [];
    const refused: LineRefusal[] = [];
    const make = (mapped: MappedEvent) => {
      const made = this.#make(mapped, record, office.value);
      if ("json" in made) events.push(made);
      else refused.push(made);
    };
    if (name !== null) this.#eachOfCase(`${office.value}|${name}`, record, make);
    for (const mapped of this.#rowEvents) if (this.#applies(mapped, record)) make(mapped);
    return { events, refused };
  }

  /** An event of a case is made of the first record of the case that it applies to. */
  #eachOfCase(key: string, record: SourceRecord, make: (mapped: MappedEvent) => void): void {
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
    if (optional && this.#reader.text(record, time) === null) return false;
    for (const column in when) {
      const condition = when[column];
      if (condition !== undefined && !this.#reader.holds(condition, record.value(column))) return false;
    }
    return true;
  }

  #make(mapped: MappedEvent, record: SourceRecord, office: string): MadeEvent | LineRefusal {
    const { type, time: column } = mapped;
    const { line } = record;
    const refuse = (where: string | null, reason: string): LineRefusal => ({ line, column: where, type, reason });
    const text = this.#reader.text(record, column);
    if (text === null) return refuse(column, 'is empty; fill it in, or mark the event as "optional" in the mapping');
    const time = this.#reader.time(text, office);
    if (typeof time === "string") return refuse(column, time);
    const data: Record<string, string | number> = {};
    for (const [field, cell] of Object.entries(mapped.data)) {
      const outcome = this.#reader.field(field, cell, record, office);
      if ("wrong" in outcome) return refuse(columnOf(cell), outcome.wrong);
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
    const mistake = mistakeIn(event as CloudEvent, mapped);
    if (mistake !== null) return refuse(mistake.column, mistake.reason);
    const sequence = this.#numbering.next(office);
    const json = JSON.stringify({ ...event, id: `${this.#producer}-${sequence}`, sequence });
    return { office, type, time: time.at, json, line };
  }
}

/** The column that a field comes from first, null for a constant. */
function columnOf({ column, template = "" }: Cell): string | null {
  return column ?? templateColumns(template)[0] ?? null;
}

/** What the event table has against an event, and the column that it comes from; null when nothing. */
function mistakeIn(
  event: CloudEvent,
  { type, time, data: cells }: MappedEvent,
): { readonly column: string | null; readonly reason: string } | null {
  const checked = eventSchemas[type].safeParse(event);
  if (checked.success) return null;
  const { path = [], message = "" } = checked.error.issues[0] ?? {};
  const field = String(path[1] ?? path[0]);
  const column = cells[field] === undefined ? time : columnOf(cells[field]);
  return field in cells && !(field in event.data)
    ? {
        column,
        reason: `is empty, and ${type} needs it as "${field}"; fill it in, or give an "otherwise" in the mapping`,
      }
    : { column, reason: `does not fit "${field}" of ${type}: ${message}` };
}
