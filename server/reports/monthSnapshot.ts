import { setImmediate as breathe } from "node:timers/promises";
import type { Explanation } from "../../shared/alerts.ts";
import { type Office, validOn } from "../../shared/reference.ts";
import { type ReferenceIndex, regionOn } from "../../shared/referenceIndex.ts";
import type { Coverage, StatisticsAnswer, StatisticsQuery } from "../../shared/statistics.ts";
import { OUTAGE_HOLDERS } from "../../shared/stock.ts";
import { type Day, formatDay, localDay } from "../../shared/time.ts";
import { causeOf } from "../core/cause.ts";
import { elapsed } from "../core/elapsed.ts";
import { Grouping, kindFor } from "../core/grouping.ts";
import { daysOfSpan } from "../core/lateDays.ts";
import { outageDaysBetween, outageDaysOf } from "../core/outageDays.ts";
import type { CauseCount, LateDays, OfficeEvents } from "../core/reportFacts.ts";
import { daysOf, type Month } from "../core/reportMonth.ts";
import { AT, emptyRow, mergePackedCounts, packedCount } from "../core/row.ts";
import { silentSince } from "../core/silence.ts";
import { countingOf } from "../flow/openPlaces.ts";

/** The kinds of stored rows that a report is made of. */
export const SNAPSHOT_KINDS = ["office", "operator", "matter", "cause"] as const;
export type SnapshotKind = (typeof SNAPSHOT_KINDS)[number];

/** A stored row: its day, what it is about, its packed figures. */
export type StoredRow = readonly [day: Day, key: string, packed: string];

/** All that is stored of an office's month, read in one transaction, and how far its sources have come. */
export interface StoredOffice {
  readonly office: Office;
  readonly rows: Readonly<Record<SnapshotKind, readonly StoredRow[]>>;
  readonly lastEvent: number;
  readonly lastArrival: number;
  readonly missing: number;
  readonly received: number;
  readonly promised: number;
}

/** What an operator did on a day; `signedIn` in seconds. */
export interface OperatorDayRow {
  readonly operator: string;
  readonly day: Day;
  readonly signedIn: number;
  readonly accepted: number;
  readonly served: number;
}

/** Offices between which the server attends to others. */
const AT_ONCE = 8;

/** A month of some offices as it stood at one moment: whatever is asked of it fits together. */
export class MonthSnapshot {
  readonly month: Month;
  /** Epoch ms. */
  readonly asOf: number;
  readonly offices: readonly StoredOffice[];
  readonly #index: ReferenceIndex;

  constructor(month: Month, asOf: number, offices: readonly StoredOffice[], index: ReferenceIndex) {
    this.month = month;
    this.asOf = asOf;
    this.offices = offices;
    this.#index = index;
  }

  /** The answer that the statistics give to a question within the month. */
  async statistics(query: StatisticsQuery): Promise<StatisticsAnswer> {
    const grouping = new Grouping(query, this.asOf);
    const kind = kindFor(query) as SnapshotKind;
    const asked = this.#asked(query);
    const reporting = new Set<string>();
    for (const [at, { office, rows }] of asked.entries()) {
      if (at % AT_ONCE === AT_ONCE - 1) await breathe();
      const grouped = {
        id: office.id,
        today: localDay(this.asOf, office.zone),
        regionOn: (day: Day) => regionOn(office, day),
      };
      for (const [day, key, packed] of rows[kind]) grouping.add(grouped, day, key, packed);
      grouping.done(office.id);
      const told = ([day, , packed]: StoredRow) =>
        day >= query.from && day <= query.to && packedCount(packed, "events") > 0;
      if (rows.office.some(told)) reporting.add(office.id);
    }
    return {
      from: formatDay(query.from),
      to: formatDay(query.to),
      by: query.by,
      asOf: new Date(this.asOf).toISOString(),
      status: "provisional",
      coverage: this.#coverage(asked, reporting, query),
      rows: grouping.rows(),
    };
  }

  /** The offices that a question is about. */
  officesOf(query: StatisticsQuery): string[] {
    return this.#asked(query).map(({ office }) => office.id);
  }

  /** Why things were refused or sent back, of some offices. */
  causes(of: ReadonlySet<string>): CauseCount[] {
    return this.#of(of).flatMap(({ office, rows }) =>
      rows.cause.map(([, key, packed]) => {
        const cause = causeOf(key);
        return { office: office.id, cause, n: packedCount(packed, cause.kind === "late" ? "delayed" : cause.kind) };
      }),
    );
  }

  /**
   * The working days that delayed applications of some offices lay with each holder after their deadline, and how many of
   * them are of an outage by what was explained.
   */
  lateDays(of: ReadonlySet<string>, explanations: readonly Explanation[]): LateDays[] {
    return this.#of(of).flatMap(({ office, rows }) => {
      const counting = countingOf(this.#index, office);
      const today = localDay(this.asOf, office.zone);
      const outages = outageDaysOf(explanations, { index: this.#index, counting, office }, today);
      return rows.cause.flatMap(([, key, packed]): LateDays[] => {
        const cause = causeOf(key);
        if (cause.kind !== "late") return [];
        const cases = packedCount(packed, "delayed");
        const { authority, holder, from, to } = cause;
        const days = daysOfSpan(counting, cause, today) * cases;
        const out = outageDaysBetween(outages, from, Math.min(to ?? today, today)) * cases;
        const excused = (OUTAGE_HOLDERS as readonly string[]).includes(holder);
        return [{ office: office.id, authority, holder, days, outage: excused ? out : null }];
      });
    });
  }

  /** What each operator of an office did on each day. */
  operatorDays(id: string): OperatorDayRow[] {
    const of = this.offices.find(({ office }) => office.id === id);
    if (of === undefined) return [];
    const today = localDay(this.asOf, of.office.zone);
    return of.rows.operator.map(([day, operator, packed]) => {
      const row = emptyRow();
      mergePackedCounts(row.counts, packed, packed.indexOf(";"));
      const signedIn = Math.max(0, elapsed(row, "signedIn", day, today, this.asOf)) / 1_000;
      return { operator, day, signedIn, accepted: row.counts[AT.accepted] ?? 0, served: row.counts[AT.served] ?? 0 };
    });
  }

  /** What came from some offices. */
  events(of: ReadonlySet<string>): OfficeEvents[] {
    const days = daysOf(this.month.from, this.month.to);
    return this.#of(of).map(({ office, rows, received, promised, lastEvent }) => {
      const counts = new Map(rows.office.map(([day, , packed]) => [day, packedCount(packed, "events")]));
      return { office: office.id, byDay: days.map((day) => counts.get(day) ?? 0), received, promised, lastEvent };
    });
  }

  #of(ids: ReadonlySet<string>): readonly StoredOffice[] {
    return this.offices.filter(({ office }) => ids.has(office.id));
  }

  #asked({ from, to, filter }: StatisticsQuery): readonly StoredOffice[] {
    return this.offices.filter(({ office }) => {
      if (filter.office !== undefined && office.id !== filter.office) return false;
      if (filter.region === undefined) return true;
      return inRegion(office, filter.region, from, to);
    });
  }

  #coverage(asked: readonly StoredOffice[], reporting: ReadonlySet<string>, { from, to }: StatisticsQuery): Coverage {
    const silent: string[] = [];
    let oldest = Number.POSITIVE_INFINITY;
    for (const { office, lastEvent, lastArrival } of asked) {
      if (lastEvent > 0) oldest = Math.min(oldest, lastEvent);
      const today = localDay(this.asOf, office.zone);
      const running = to >= today && validOn(office, today);
      if (running && silentSince(office, lastArrival, this.asOf, this.#index) !== null) silent.push(office.id);
    }
    const existed = ({ office }: StoredOffice) =>
      reporting.has(office.id) || (office.validFrom <= to && (office.validTo === null || office.validTo >= from));
    return {
      expected: asked.filter(existed).length,
      reporting: reporting.size,
      silent: silent.sort(),
      oldestEvent: Number.isFinite(oldest) ? new Date(oldest).toISOString() : null,
      missingEvents: asked.reduce((sum, { missing }) => sum + missing, 0),
    };
  }
}

/** Whether an office belongs to a region at the ends of a period, or ever did. */
export function inRegion(office: Office, region: string, from: Day, to: Day): boolean {
  return (
    regionOn(office, from) === region ||
    regionOn(office, to) === region ||
    office.formerRegions.some((former) => former.region === region)
  );
}
