import type { Day } from "../../shared/time.ts";
import { AT, emptyMatterRow, emptyRow, type Row } from "./row.ts";
import { addToSeries, emptySeries, type Series } from "./series.ts";
import { emptyTally, tallyDuration } from "./tally.ts";

/**
 * What a row is about: the office, one operator, one matter (service|authority), an operator's matter, the reason why
 * something was refused or sent back, what an operator was complained about for, the curve.
 */
export type SlotKind = "office" | "operator" | "matter" | "pair" | "cause" | "theme" | "series";

/**
 * A row's place in memory. While `whole` is false the value holds only what was added since it was last known, and the
 * stored row must be merged in before it is written.
 */
export interface Slot<T> {
  readonly kind: SlotKind;
  readonly day: Day;
  readonly key: string;
  value: T;
  whole: boolean;
  dirty: boolean;
}

/** All rows of one local day. */
export interface DayBook {
  readonly day: Day;
  readonly office: Slot<Row>;
  readonly series: Slot<Series>;
  readonly operators: Map<string, Slot<Row>>;
  readonly matters: Map<string, Slot<Row>>;
  readonly pairs: Map<string, Map<string, Slot<Row>>>;
  readonly causes: Map<string, Slot<Row>>;
  readonly themes: Map<string, Slot<Row>>;
  /** Kinds of which memory has every row of the day: the others may be stored and not be here. */
  readonly complete: Set<SlotKind>;
}

function slot<T>(kind: SlotKind, day: Day, key: string, value: T): Slot<T> {
  return { kind, day, key, value, whole: false, dirty: false };
}

function slotIn(map: Map<string, Slot<Row>>, kind: SlotKind, day: Day, id: string, key: string): Slot<Row> {
  let found = map.get(id);
  if (found === undefined) {
    found = slot(kind, day, key, kind === "operator" ? emptyRow() : emptyMatterRow());
    map.set(id, found);
  }
  return found;
}

/** Those rows of a day that one fact adds to. */
export class Cells {
  readonly #book: Book;
  readonly #slots: Slot<Row>[] = [];
  #series: Slot<Series> | null = null;
  #day = Number.NaN;
  #operator = "";
  #matter = "";

  constructor(book: Book) {
    this.#book = book;
  }

  /** Points at the rows of a day: the office's, and those of an operator and a matter where they are known. */
  at(day: Day, operator: string, matter: string): this {
    if (day === this.#day && operator === this.#operator && matter === this.#matter) return this;
    this.#day = day;
    this.#operator = operator;
    this.#matter = matter;
    const book = this.#book.day(day);
    const slots = this.#slots;
    slots.length = 1;
    slots[0] = book.office;
    if (operator !== "") slots.push(slotIn(book.operators, "operator", day, operator, operator));
    if (matter !== "") {
      slots.push(slotIn(book.matters, "matter", day, matter, matter));
      if (operator !== "") {
        let pairs = book.pairs.get(operator);
        if (pairs === undefined) {
          pairs = new Map();
          book.pairs.set(operator, pairs);
        }
        slots.push(slotIn(pairs, "pair", day, matter, `${operator}|${matter}`));
      }
    }
    for (const each of slots) if (!each.dirty) this.#book.touch(each);
    this.#series = book.series;
    return this;
  }

  /** Points nowhere: rows were stored or forgotten since it was pointed. */
  leave(): void {
    this.#day = Number.NaN;
  }

  /** Adds to a counter of every row. */
  add(counter: number, amount: number): void {
    for (const { value } of this.#slots) value.counts[counter] = (value.counts[counter] as number) + amount;
  }

  /** Adds to a figure of a quarter of the office's curve. */
  curve(quarter: number, field: number, amount: number): void {
    const series = this.#series as Slot<Series>;
    if (!series.dirty) this.#book.touch(series);
    addToSeries(series.value, quarter, field, amount);
  }

  /** Counts a duration (ms) in a distribution of every row, or takes it back with sign −1. */
  duration(which: "waiting" | "service" | "lead", duration: number, sign: number): void {
    for (const { value } of this.#slots) {
      value[which] ??= emptyTally();
      tallyDuration(value[which], duration, sign);
    }
  }
}

/** The rows of one office that are in memory, and which of them changed since the last commit. */
export class Book {
  readonly days = new Map<Day, DayBook>();
  readonly cells = new Cells(this);
  dirty: Slot<Row | Series>[] = [];
  #latest: DayBook | null = null;

  /** The rows of a day, made when first asked for. */
  day(day: Day): DayBook {
    if (this.#latest?.day === day) return this.#latest;
    let book = this.days.get(day);
    if (book === undefined) {
      book = {
        day,
        office: slot("office", day, "", emptyRow()),
        series: slot("series", day, "", emptySeries()),
        operators: new Map(),
        matters: new Map(),
        pairs: new Map(),
        causes: new Map(),
        themes: new Map(),
        complete: new Set(),
      };
      this.days.set(day, book);
    }
    this.#latest = book;
    return book;
  }

  /** Counts an event on its day, and whether it names what the reference data do not know. */
  countEvent(day: Day, unknown: boolean): void {
    const { office } = this.day(day);
    const { counts } = office.value;
    counts[AT.events] = (counts[AT.events] as number) + 1;
    if (unknown) counts[AT.unknown] = (counts[AT.unknown] as number) + 1;
    if (!office.dirty) this.touch(office);
  }

  /** Counts under a reason (`cause.ts`) that something was refused or sent back on a day, or takes it back. */
  countCause(day: Day, key: string, counter: number, amount: number): void {
    const slot = slotIn(this.day(day).causes, "cause", day, key, key);
    slot.value.counts[counter] = (slot.value.counts[counter] as number) + amount;
    if (!slot.dirty) this.touch(slot);
  }

  /** Counts a complaint about an operator under its theme (`theme.ts`). */
  countTheme(day: Day, key: string): void {
    const slot = slotIn(this.day(day).themes, "theme", day, key, key);
    slot.value.counts[AT.complaints] = (slot.value.counts[AT.complaints] as number) + 1;
    if (!slot.dirty) this.touch(slot);
  }

  /** Marks a row as changed. */
  touch(slot: Slot<Row> | Slot<Series>): void {
    slot.dirty = true;
    this.dirty.push(slot);
  }

  /** What changed is stored now. */
  settle(): void {
    for (const slot of this.dirty) slot.dirty = false;
    this.dirty = [];
    this.cells.leave();
  }

  /** Lets a day go out of memory; nothing of it may wait for a commit. */
  forget(day: Day): void {
    this.days.delete(day);
    if (this.#latest?.day === day) this.#latest = null;
    this.cells.leave();
  }
}
