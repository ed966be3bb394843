import type { Office } from "../../shared/reference.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import type { Report, ReportPlace } from "../../shared/report.ts";
import type {
  ReportChanges,
  ReportMonth,
  ReportMonths,
  ReportReadiness,
  ReportVersion,
} from "../../shared/reportMonths.ts";
import type { StatisticsAnswer, StatisticsQuery } from "../../shared/statistics.ts";
import { formatDay, localDay, parseDay } from "../../shared/time.ts";
import { changesBetween, lateBetween } from "../core/reportChanges.ts";
import { eventsOfMonth } from "../core/reportFacts.ts";
import { type Month, monthWith, parseMonth } from "../core/reportMonth.ts";
import {
  type ClosingDeed,
  ClosingRefused,
  closedDays,
  closedFigures,
  closeMonth,
  daysOfSnapshot,
  figuresByOffice,
} from "./closeMonth.ts";
import type { Closings } from "./closings.ts";
import { CENTRE_ZONE, checksumOf, makeReport, type ReportSources } from "./makeReport.ts";
import type { MonthSnapshot, SnapshotKind } from "./monthSnapshot.ts";
import { frameOf, unpackReport } from "./packedReport.ts";
import { officesOfPlace, partOf } from "./places.ts";

/** What the monthly reports stand on. */
export interface ReportDeps {
  readonly index: ReferenceIndex;
  readonly clock: { now(): number };
  readonly closings: Closings;
  /** The day of the next month on which a month closes by itself; 0: only by hand. */
  readonly closingDay: number;
  statistics(query: StatisticsQuery): Promise<StatisticsAnswer>;
  explanations: ReportSources["explanations"];
  read(
    offices: readonly Office[],
    month: Month,
    told?: (done: number, total: number) => void,
    kinds?: readonly SnapshotKind[],
  ): Promise<MonthSnapshot>;
  /** Events that came from offices after a version of a month. */
  late(version: ReportVersion, offices: readonly Office[]): Promise<number>;
}

/** What is kept does not have the checksum that it was closed with. */
export class DamagedReport extends Error {
  override readonly name = "DamagedReport";
}

/** The monthly reports of every place: of running months from the figures of now, of closed ones as they were closed. */
export class MonthlyReports {
  readonly #deps: ReportDeps;

  constructor(deps: ReportDeps) {
    this.#deps = deps;
  }

  /** All versions of a month, the first first. @throws RedisAwayError */
  async versions(month: string): Promise<readonly ReportVersion[]> {
    return (await this.#deps.closings.versions()).filter((version) => version.month === month);
  }

  /**
   * A report: of a version, or (null) the latest, or the provisional one where none is closed; version 0 is always what
   * the figures of now say. Null when there is no such version or place in it. @throws RedisAwayError, DamagedReport
   */
  async report(place: ReportPlace, month: Month, version: number | null): Promise<Report | null> {
    const versions = version === 0 ? [] : await this.versions(month.id);
    const chosen = version === null ? versions.at(-1) : versions.find((each) => each.version === version);
    if (chosen !== undefined) return this.#closed(place, chosen);
    return version === null || version === 0 ? this.#provisional(place, month) : null;
  }

  async #closed(place: ReportPlace, version: ReportVersion): Promise<Report | null> {
    const { closings } = this.#deps;
    const own = await closings.part(version, partOf(place));
    if (own === null) return null;
    const report = unpackReport((await closings.part(version, frameOf(own))) ?? "[]", own);
    if (checksumOf(report.tables) === report.checksum) return report;
    throw new DamagedReport(`${version.month} version ${version.version} of ${partOf(place)} is not as it was closed`);
  }

  async #provisional(place: ReportPlace, month: Month): Promise<Report> {
    const { index } = this.#deps;
    const snapshot = await this.#deps.read(this.#offices(place, month), month);
    const { statistics, explanations } = this.#deps;
    const sources = { index, snapshot, statistics, explanations };
    return makeReport(sources, place, { status: "provisional", version: 0, notes: [] });
  }

  #offices(place: ReportPlace, month: Month): Office[] {
    const ids = officesOfPlace(this.#deps.index, place, month);
    return [...this.#deps.index.offices.values()].filter(({ id }) => ids.has(id));
  }

  /** The centre's date of now. */
  today(): number {
    return localDay(this.#deps.clock.now(), CENTRE_ZONE);
  }

  /** Whether a month is over everywhere. */
  isOver(month: Month): boolean {
    const now = this.#deps.clock.now();
    return [...this.#deps.index.offices.values()].every(({ zone }) => localDay(now, zone) > month.to);
  }

  /** The day on which a month closes by itself; null: only by hand. */
  closesOn(month: Month): number | null {
    return this.#deps.closingDay === 0 ? null : month.to + this.#deps.closingDay;
  }

  /** The months of a year of which a place has figures or versions, the latest first. @throws RedisAwayError */
  async months(place: ReportPlace, year: number): Promise<ReportMonths> {
    const { clock, closings } = this.#deps;
    const from = parseDay(`${year}-01-01`) as number;
    const all = await closings.versions();
    const months: ReportMonth[] = [];
    const first = monthWith(from);
    for (
      let month = first;
      month.id.startsWith(`${year}-`) && month.from <= this.today();
      month = monthWith(month.to + 1)
    ) {
      const versions = all.filter((version) => version.month === month.id).reverse();
      const shown = await this.#month(place, month, versions);
      if (shown !== null) months.unshift(shown);
    }
    return { year, asOf: new Date(clock.now()).toISOString(), months, closing: await closings.progress() };
  }

  async #month(place: ReportPlace, month: Month, versions: readonly ReportVersion[]): Promise<ReportMonth | null> {
    const filter = place.kind === "country" ? {} : { [place.kind]: place.id };
    const { rows, coverage } = await this.#deps.statistics({ from: month.from, to: month.to, by: [], filter });
    const [latest] = versions;
    if (coverage.reporting === 0 && latest === undefined) return null;
    const late = latest === undefined ? null : await this.#deps.late(latest, this.#offices(place, month));
    const closesOn = latest === undefined ? this.closesOn(month) : null;
    const [row] = rows;
    return {
      month: month.id,
      status: latest === undefined ? "provisional" : latest.version > 1 || (late ?? 0) > 0 ? "revised" : "final",
      over: this.isOver(month),
      closesOn: closesOn === null || closesOn < this.today() ? null : formatDay(closesOn),
      coverage,
      accepted: row?.accepted ?? null,
      due: row?.due ?? null,
      delayed: row?.delayed ?? null,
      lateEvents: late,
      versions,
    };
  }

  /** What a month lacks in the whole country. @throws RedisAwayError */
  async readiness(month: Month): Promise<ReportReadiness> {
    const offices = [...this.#deps.index.offices.values()];
    const snapshot = await this.#deps.read(offices, month, undefined, ["office"]);
    const existed = ({ validFrom, validTo }: Office) =>
      validFrom <= month.to && (validTo === null || validTo >= month.from);
    const ids = new Set(offices.filter(existed).map(({ id }) => id));
    const events = snapshot.events(ids);
    return {
      month: month.id,
      over: this.isOver(month),
      expected: ids.size,
      reporting: events.filter((each) => eventsOfMonth(each) > 0).length,
      nothingFrom: events.filter((each) => eventsOfMonth(each) === 0).map(({ office }) => office),
      holes: events
        .filter(({ received, promised }) => promised > received)
        .map(({ office, received, promised }) => ({ office, missing: promised - received })),
      events: events.reduce((sum, each) => sum + eventsOfMonth(each), 0),
    };
  }

  /** What differs between two versions of a month in a place; `to` 0: the figures of now. Null: no such version. */
  async changes(place: ReportPlace, month: Month, from: number, to: number): Promise<ReportChanges | null> {
    const { closings } = this.#deps;
    const versions = await this.versions(month.id);
    const ids = officesOfPlace(this.#deps.index, place, month);
    const old = versions.find(({ version }) => version === from);
    const later = versions.find(({ version }) => version === to);
    if (old === undefined || (to !== 0 && later === undefined)) return null;
    const now =
      later === undefined ? await this.#deps.read(this.#offices(place, month), month, undefined, ["office"]) : null;
    const before = await closedFigures(closings, old);
    const after =
      later === undefined ? await figuresByOffice(now as MonthSnapshot) : await closedFigures(closings, later);
    const days = later === undefined ? daysOfSnapshot(now as MonthSnapshot) : await closedDays(closings, later);
    const mine = <T>(of: ReadonlyMap<string, T>) => new Map([...of].filter(([office]) => ids.has(office)));
    return {
      month: month.id,
      from,
      to,
      changes: changesBetween(mine(before), mine(after)),
      late: lateBetween(mine(await closedDays(closings, old)), mine(days)),
    };
  }

  /**
   * Closes a month that is over, or revises one that is closed when a reason is given.
   * @throws ClosingRefused with a sentence, RedisAwayError
   */
  async close(month: Month, deed: ClosingDeed): Promise<ReportVersion> {
    const { index } = this.#deps;
    const last = (await this.versions(month.id)).at(-1) ?? null;
    if (!this.isOver(month))
      throw new ClosingRefused("the month is not over yet; close it when its last day has ended");
    if (deed.reason === null && last !== null)
      throw new ClosingRefused("the month is closed already; revise it with a reason to make the next version");
    if (deed.reason !== null && last === null) throw new ClosingRefused("the month is not closed yet; close it first");
    const all = [...index.offices.values()];
    const read = (of: Month, told: (done: number, total: number) => void) => this.#deps.read(all, of, told);
    return closeMonth({ ...this.#deps, read }, month, last, deed);
  }
}

/** The month that a text names. */
export { parseMonth };
