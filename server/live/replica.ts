import { validOn } from "../../shared/reference.ts";
import { type ReferenceIndex, regionOn } from "../../shared/referenceIndex.ts";
import { localDay } from "../../shared/time.ts";
import type { WireRow } from "../../shared/wire.ts";
import { emptyRow, exchangeRow, type Row } from "../core/row.ts";
import { emptySeries, exchangeSeries, type Series } from "../core/series.ts";
import { silentSince } from "../core/silence.ts";
import type { Change, OfficeChange } from "../redis/changes.ts";
import type { Reach } from "./figureRow.ts";
import { addStock, emptyStock, LiveOffice, type Stock } from "./liveOffice.ts";

/** Offices taken together: a region, or the country. Sums are kept up to date change by change. */
export interface Union {
  readonly id: string;
  readonly offices: LiveOffice[];
  readonly row: Row;
  readonly series: Series;
}

/** Told after each change: the office, and the quarters of its curve may have moved. */
export type Listener = (office: LiveOffice) => void;

/**
 * The running day of all offices in one web process: loaded once, then following the commits. Holds what can be rebuilt
 * from the store and nothing else.
 */
export class Replica {
  readonly index: ReferenceIndex;
  readonly offices = new Map<string, LiveOffice>();
  readonly regions = new Map<string, Union>();
  readonly country: Union = { id: "country", offices: [], row: emptyRow(), series: emptySeries() };
  readonly dead = new Map<string, number>();
  /** The alerts that stand, by `office/kind`, as rows of `ALERT_FIELDS`; whoever knows them puts them here. */
  alerts: ReadonlyMap<string, WireRow> = new Map();
  readonly #listeners = new Set<Listener>();

  constructor(index: ReferenceIndex, now: number) {
    this.index = index;
    for (const office of index.offices.values()) {
      const today = localDay(now, office.zone);
      if (!validOn(office, today)) continue;
      const live = new LiveOffice(office);
      live.begin(today);
      this.offices.set(office.id, live);
      const id = regionOn(office, today);
      const region = this.regions.get(id) ?? { id, offices: [], row: emptyRow(), series: emptySeries() };
      this.regions.set(id, region);
      region.offices.push(live);
      this.country.offices.push(live);
    }
  }

  /** The region that an office counts in. */
  regionOf(live: LiveOffice): Union {
    return this.regions.get(regionOn(live.office, live.day)) as Union;
  }

  /** Calls the listener after each change. */
  listen(listener: Listener): void {
    this.#listeners.add(listener);
  }

  /** Changes an office by `change` and keeps the sums of its region and of the country right. */
  alter(live: LiveOffice, change: (live: LiveOffice) => void): void {
    const { row, series } = live;
    change(live);
    for (const union of [this.regionOf(live), this.country]) {
      exchangeRow(union.row, row, live.row);
      if (series !== live.series) exchangeSeries(union.series, series, live.series);
    }
    for (const listener of this.#listeners) listener(live);
  }

  /** Takes over a commit. */
  apply(change: Change): void {
    for (const [id, of] of Object.entries(change.offices)) this.#applyOffice(id, of);
    for (const [counted, amount] of Object.entries(change.dead))
      this.dead.set(counted, (this.dead.get(counted) ?? 0) + amount);
  }

  #applyOffice(id: string, change: OfficeChange): void {
    const live = this.offices.get(id);
    if (live === undefined) return;
    const figures = Object.keys(change.rows).some((name) => name.startsWith("office|") || name.startsWith("series|"));
    if (figures || change.day !== live.day) this.alter(live, () => live.apply(change));
    else {
      live.apply(change);
      for (const listener of this.#listeners) listener(live);
    }
  }

  /** What time alone changes: the day that runs, and who has fallen silent. */
  tick(now: number): void {
    for (const live of this.offices.values()) {
      const today = localDay(now, live.office.zone);
      if (today > live.day) this.alter(live, () => live.begin(today));
      const since = silentSince(live.office, live.lastArrival, now, this.index);
      if ((since === null) === (live.silentSince === null)) continue;
      live.silentSince = since;
      for (const listener of this.#listeners) listener(live);
    }
  }

  /** The stock of a union now. */
  stockOf(union: Union): Stock {
    const sum = emptyStock();
    for (const live of union.offices) addStock(sum, live.stock);
    return sum;
  }

  /** How far the figures of a union reach. */
  reachOf(offices: readonly LiveOffice[]): Reach {
    const reach = { expected: offices.length, reporting: 0, silent: 0, oldestEvent: 0, lastEvent: 0, missing: 0 };
    for (const live of offices) {
      if (live.row !== null) reach.reporting += 1;
      if (live.silentSince !== null) reach.silent += 1;
      reach.missing += live.missing;
      if (live.lastEvent === 0) continue;
      reach.oldestEvent = reach.oldestEvent === 0 ? live.lastEvent : Math.min(reach.oldestEvent, live.lastEvent);
      reach.lastEvent = Math.max(reach.lastEvent, live.lastEvent);
    }
    return reach;
  }
}
