import type { Office } from "../../shared/reference.ts";
import type { ReportPlace } from "../../shared/report.ts";
import type {
  ClosingProgress,
  ReportChanges,
  ReportMonth,
  ReportMonths,
  ReportReadiness,
  ReportVersion,
} from "../../shared/reportMonths.ts";
import { formatDay, parseDay } from "../../shared/time.ts";
import { changesBetween, figuresOf, lateBetween } from "../core/reportChanges.ts";
import { eventsOfMonth } from "../core/reportFacts.ts";
import { type Month, monthWith } from "../core/reportMonth.ts";
import { closedDays, closedFigures, daysOfSnapshot, figuresByOffice } from "./closedFigures.ts";
import { closesOn, isOver, todayOf } from "./monthEnds.ts";
import type { MonthSnapshot } from "./monthSnapshot.ts";
import { officesOfPlace } from "./places.ts";
import { officesIn, type ReportDeps } from "./reportDeps.ts";

/** What can be asked of months beside their reports: which there are, what they lack, what changed. */
export class MonthQuestions {
  readonly #deps: ReportDeps;

  constructor(deps: ReportDeps) {
    this.#deps = deps;
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
      month.id.startsWith(`${year}-`) && month.from <= todayOf(this.#deps);
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
    if (rows[0]?.accepted == null && latest === undefined) return null;
    const late = latest === undefined ? null : await this.#deps.late(latest, officesIn(this.#deps, place, month));
    const closing = latest === undefined ? closesOn(this.#deps, month) : null;
    const [row] = rows;
    return {
      month: month.id,
      status: latest === undefined ? "provisional" : latest.version > 1 || (late ?? 0) > 0 ? "revised" : "final",
      over: isOver(this.#deps, month),
      closesOn: closing === null || closing < todayOf(this.#deps) ? null : formatDay(closing),
      coverage,
      accepted: row?.accepted ?? null,
      due: row?.due ?? null,
      delayed: row?.delayed ?? null,
      lateEvents: late,
      versions,
    };
  }

  /** How far the closing is that is under way; null: none is. @throws RedisAwayError */
  closing(): Promise<ClosingProgress | null> {
    return this.#deps.closings.progress();
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
      over: isOver(this.#deps, month),
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
    const versions = (await closings.versions()).filter((version) => version.month === month.id);
    const ids = officesOfPlace(this.#deps.index, place, month);
    const old = versions.find(({ version }) => version === from);
    const later = versions.find(({ version }) => version === to);
    if (old === undefined || (to !== 0 && later === undefined)) return null;
    const now =
      later === undefined
        ? await this.#deps.read(officesIn(this.#deps, place, month), month, undefined, ["office"])
        : null;
    const before = await closedFigures(closings, old);
    const after =
      later === undefined ? await figuresByOffice(now as MonthSnapshot) : await closedFigures(closings, later);
    const days = later === undefined ? daysOfSnapshot(now as MonthSnapshot) : await closedDays(closings, later);
    const mine = <T>(of: ReadonlyMap<string, T>) => new Map([...of].filter(([office]) => ids.has(office)));
    const changes = changesBetween(mine(before), mine(after));
    return {
      month: month.id,
      from,
      to,
      changes,
      figures: figuresOf(changes),
      late: lateBetween(mine(await closedDays(closings, old)), mine(days)),
    };
  }
}
