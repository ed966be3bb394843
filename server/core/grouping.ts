import type { Dimension, FigureSet, StatisticsQuery, StatisticsRow } from "../../shared/statistics.ts";
import type { Day } from "../../shared/time.ts";
import type { SlotKind } from "./book.ts";
import { DenseTally } from "./denseTally.ts";
import { addPacked, emptyTotal, figuresOf, type Total, UNKNOWN_FIGURES } from "./figures.ts";
import { aboutOf, isLasting, underDimension } from "./groupKeys.ts";

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
  /** The groups of the keys of an office where they are the same on every day; null for what is not asked for. */
  readonly #ofKey: Map<string, Map<string, Group | null>> | null;
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
    this.#ofKey = isLasting(query) ? new Map() : null;
  }

  /** Adds a stored row; `key` tells what it is about, as in its slot. */
  add(office: GroupedOffice, day: Day, key: string, packed: string): void {
    if (day < this.#query.from || day > this.#query.to) return;
    const group = this.#groupOf(office, day, key);
    if (group === null) return;
    if (group.total === null) throw new Error(`A row of office ${office.id} came after all its rows`);
    addPacked(group.total, packed, day, office.today, this.#now, this.#makeTally);
  }

  #groupOf(office: GroupedOffice, day: Day, key: string): Group | null {
    if (this.#ofKey === null) return this.#find(office, day, key);
    let groups = this.#ofKey.get(office.id);
    if (groups === undefined) {
      groups = new Map();
      this.#ofKey.set(office.id, groups);
    }
    let group = groups.get(key);
    if (group === undefined) {
      group = this.#find(office, day, key);
      groups.set(key, group);
    }
    return group;
  }

  #find(office: GroupedOffice, day: Day, key: string): Group | null {
    const { by, filter } = this.#query;
    const { operator, service, authority } = aboutOf(this.#kind, key);
    if (filter.operator !== undefined && filter.operator !== operator) return null;
    if (filter.service !== undefined && filter.service !== service) return null;
    if (filter.authority !== undefined && filter.authority !== authority) return null;
    const region = office.regionOn(day);
    if (filter.region !== undefined && filter.region !== region) return null;
    if (by.includes("authority") && authority === "") return null;
    const value = (dimension: Dimension) =>
      underDimension(dimension, day, region, office.id, operator, service, authority);
    let id = "";
    for (const dimension of by) {
      id += `${value(dimension)}|`;
      if (dimension === "operator") id += `${office.id}|`;
    }
    let group = this.#groups.get(id);
    if (group === undefined) {
      const keys: Partial<Record<Dimension, string>> = {};
      if (by.includes("operator")) keys.office = office.id;
      for (const dimension of by) keys[dimension] = value(dimension);
      group = { keys, total: emptyTotal(this.#tickets), figures: null };
      this.#groups.set(id, group);
      if (keys.office !== undefined) this.#open(office.id).push(group);
    }
    return group;
  }

  /** All rows of an office are added: what is about it alone is computed now, and its room is free for the next office. */
  done(office: string): void {
    for (const group of this.#ofOffice.get(office) ?? []) this.#compute(group);
    this.#ofOffice.delete(office);
    this.#ofKey?.delete(office);
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
    group.figures = figuresOf(total, this.#tickets);
    group.total = null;
    for (const tally of [total.waiting, total.service, total.lead])
      if (tally !== null) {
        tally.clear();
        this.#spare.push(tally);
      }
    return group.figures;
  }

  get #tickets(): boolean {
    return this.#kind === "office" || this.#kind === "operator";
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
}
