import { DAY_MS, dayStart, formatDay } from "../../shared/time.ts";
import { kindOfField } from "./eventFields.ts";
import { identifierOf, officeIdOf } from "./identifier.ts";
import type { Cell, Condition, Mapping } from "./mappingSchema.ts";
import type { SourceRecord } from "./sourceRecord.ts";
import { fillTemplate } from "./template.ts";
import { formatInstant, type ReadTime, type TimeReader, timeReader } from "./timeReader.ts";

/** What a field comes to: a value, nothing, or what is wrong with the column. */
export type Outcome<T> = { readonly value: T } | { readonly empty: true } | { readonly wrong: string };

/** Reads the fields of events out of records, as a mapping says. */
export class FieldReader {
  readonly #mapping: Mapping;
  readonly #empty: ReadonlySet<string>;
  readonly #times = new Map<string | null, TimeReader>();

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
    this.#empty = new Set(["", ...mapping.empty]);
  }

  /** What stands in a column; null when it counts as empty. */
  text(record: SourceRecord, column: string): string | null {
    const text = record.value(column);
    return this.#empty.has(text) ? null : text;
  }

  /** Whether a column holds what a condition asks for. */
  holds(condition: Condition, text: string): boolean {
    if (condition === "filled") return !this.#empty.has(text);
    if (condition === "empty") return this.#empty.has(text);
    return Array.isArray(condition) ? condition.includes(text) : !condition.not.includes(text);
  }

  /** The id of the record's office. */
  office(record: SourceRecord): Outcome<string> {
    const outcome = this.#cell(this.#mapping.office, record, "office", "");
    return "value" in outcome ? { value: officeIdOf(String(outcome.value)) } : outcome;
  }

  /** The zone of an office's clock, null when the mapping names none. */
  #zone(office: string): string | null {
    const { zone, zones } = this.#mapping.times;
    return zones[office] ?? zone;
  }

  /** The moment that a text tells on the clock of an office, or what is wrong with it. */
  time(text: string, office: string): ReadTime | string {
    const zone = this.#zone(office);
    let read = this.#times.get(zone);
    if (read === undefined) {
      read = timeReader(this.#mapping.times.formats, zone);
      this.#times.set(zone, read);
    }
    return read(text);
  }

  /** The value of a field of an event's data. */
  field(field: string, cell: Cell, record: SourceRecord, office: string): Outcome<string | number> {
    const outcome = this.#cell(cell, record, field, office);
    if (!("value" in outcome)) return outcome;
    switch (kindOfField(field)) {
      case "time":
        return this.#moment(String(outcome.value), field, office);
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

  #cell(cell: Cell, record: SourceRecord, field: string, office: string): Outcome<string | number> {
    const { column, values, otherwise, template, value } = cell;
    if (value !== undefined) return { value };
    const text = template === undefined ? this.text(record, column ?? "") : this.#filled(template, record, office);
    const translated = values === undefined ? text : Object.hasOwn(values, text ?? "") ? values[text ?? ""] : null;
    const found = translated ?? otherwise;
    if (found !== undefined) return { value: found };
    if (text === null) return { empty: true };
    return {
      wrong: `holds a value that the mapping does not translate for "${field}"; add it to "values", or give an "otherwise"`,
    };
  }

  #filled(template: string, record: SourceRecord, office: string): string | null {
    const dateOf = (column: string) => {
      const time = this.time(this.text(record, column) ?? "", office);
      return typeof time === "string" ? null : formatDay(Math.floor((time.at + time.offset) / DAY_MS));
    };
    return fillTemplate(template, (column) => this.text(record, column), dateOf);
  }

  /** A deadline that is told as a date alone ends with its date, at 24:00. */
  #moment(text: string, field: string, office: string): Outcome<string> {
    const time = this.time(text, office);
    if (typeof time === "string") return { wrong: time };
    const zone = this.#zone(office);
    if (!time.dateOnly || field !== "due" || zone === null) return { value: formatInstant(time.at, time.offset) };
    const end = dayStart(Math.floor((time.at + time.offset) / DAY_MS) + 1, zone);
    return { value: formatInstant(end, time.offset) };
  }
}
