import type { Dimension, FigureSet, StatisticsQuery, StatisticsRow } from "../../shared/statistics.ts";
import { type Day, formatDay, formatMonth } from "../../shared/time.ts";
import type { SlotKind } from "./book.ts";
import { DenseTally } from "./denseTally.ts";
import { addPacked, emptyTotal, figuresOf, type Total, UNKNOWN_FIGURES } from "./figures.ts";

/** The kind of rows that a question is answered from: the coarsest that knows its dimensions and filters. */
export function kindFor({ by, filter }: StatisticsQuery): Exclude<SlotKind, "series"> {
  const asks = (dimension: "operator" | "service" | "authority") =>
    by.includes(dimension) || filter[dimension] !== undefined;
  const matter = asks("service") || asks("authority");
  if (asks("operator")) return matter ? "pair" : "operator";
  return matter ? "matter" : "office";
}

/** An office while its rows are read: its region may differ from day to day. */
export interface GroupedOffice {
  readonly id: string;
  regionOn(day: Day): string;
  /** The office-local date of now. */
  readonly today: Day;
}

interface Group {
  readonly keys: Readonly<Partial<Record<Dimension, string>>>;
  /** Null once the figures are computed. */
  total: Total | null;
  figures: FigureSet | null;
}

/** Collects stored rows into the rows of an answer. Rates and quantiles come from the sums, never from other rates. */
export class Grouping {
  readonly #query: StatisticsQuery;
  readonly #now: number;
  readonly #kind: SlotKind;
  readonly #groups = new Map<string, Group>();
  /** Groups that can get rows of one office only, by office. */
  readonly #ofOffice = new Map<string, Group[]>();
  readonly #spare: DenseTally[];
  readonly #makeTally = () => this.#spare.pop() ?? new DenseTally();

  /**
   * @param now epoch ms: intervals without an end run to it on the running day
   * @param spare empty tallies to be used again; several groupings, one after the other, may share them
   */
  constructor(query: StatisticsQuery, now: number, spare: DenseTally[] = []) {
    this.#spare = spare;
    this.#query = query;
    this.#now = now;
    this.#kind = kindFor(query);
  }

  /** Adds a stored row; `key` tells what it is about, as in its slot. */
  add(office: GroupedOffice, day: Day, key: string, packed: string): void {
    const { from, to, by, filter } = this.#query;
    if (day < from || day > to) return;
    const { operator, service, authority } = this.#named(key);
    if (filter.operator !== undefined && filter.operator !== operator) return;
    if (filter.service !== undefined && filter.service !== service) return;
    if (filter.authority !== undefined && filter.authority !== authority) return;
    const region = office.regionOn(day);
    if (filter.region !== undefined && filter.region !== region) return;
    if (by.includes("authority") && authority === "") return;
    let id = "";
    for (const dimension of by) {
      id += `${named(dimension, day, region, office.id, operator, service, authority)}|`;
      if (dimension === "operator") id += `${office.id}|`;
    }
    let group = this.#groups.get(id);
    if (group === undefined) {
      const keys: Partial<Record<Dimension, string>> = {};
      if (by.includes("operator")) keys.office = office.id;
      for (const dimension of by)
        keys[dimension] = named(dimension, day, region, office.id, operator, service, authority);
      group = { keys, total: emptyTotal(), figures: null };
      this.#groups.set(id, group);
      if (keys.office !== undefined) this.#open(office.id).push(group);
    }
    if (group.total === null) throw new Error(`A row of office ${office.id} came after all its rows`);
    addPacked(group.total, packed, day, office.today, this.#now, this.#makeTally);
  }

  /** All rows of an office are added: what is about it alone is computed now, and its room is free for the next office. */
  done(office: string): void {
    for (const group of this.#ofOffice.get(office) ?? []) this.#compute(group);
    this.#ofOffice.delete(office);
  }

  #open(office: string): Group[] {
    const known = this.#ofOffice.get(office);
    if (known !== undefined) return known;
    const made: Group[] = [];
    this.#ofOffice.set(office, made);
    return made;
  }

  #compute(group: Group): FigureSet {
    if (group.figures !== null) return group.figures;
    const total = group.total as Total;
    group.figures = figuresOf(total, this.#kind === "office" || this.#kind === "operator");
    group.total = null;
    for (const tally of [total.waiting, total.service, total.lead])
      if (tally !== null) {
        tally.clear();
        this.#spare.push(tally);
      }
    return group.figures;
  }

  /** The rows of the answer in the order of their keys; without `by` always one, unknown when nothing was told. */
  rows(): StatisticsRow[] {
    const { by } = this.#query;
    if (by.length === 0 && this.#groups.size === 0) return [UNKNOWN_FIGURES];
    return [...this.#groups.keys()].sort().map((id) => {
      const group = this.#groups.get(id) as Group;
      // the keys into the figures: a copy of both costs more than all sums of a row
      return Object.assign(this.#compute(group), group.keys);
    });
  }

  #named(key: string) {
    if (this.#kind === "operator") return { operator: key, service: "", authority: "" };
    const [first = "", second = "", third = ""] = key.split("|");
    switch (this.#kind) {
      case "matter":
        return { operator: "", service: first, authority: second };
      case "pair":
        return { operator: first, service: second, authority: third };
      default:
        return { operator: "", service: "", authority: "" };
    }
  }
}

function named(
  dimension: Dimension,
  day: Day,
  region: string,
  office: string,
  operator: string,
  service: string,
  authority: string,
): string {
  switch (dimension) {
    case "day":
      return formatDay(day);
    case "month":
      return formatMonth(day);
    case "region":
      return region;
    case "office":
      return office;
    case "operator":
      return operator;
    case "service":
      return service;
    case "authority":
      return authority;
  }
}
