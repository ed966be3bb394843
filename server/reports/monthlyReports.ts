import type { Report, ReportPlace } from "../../shared/report.ts";
import type { ReportVersion } from "../../shared/reportMonths.ts";
import type { Month } from "../core/reportMonth.ts";
import { type ClosingDeed, type ClosingParts, ClosingRefused, closeMonth } from "./closeMonth.ts";
import { checksumOf, makeReport, outagesUpTo } from "./makeReport.ts";
import { isOver } from "./monthEnds.ts";
import { operatorMonthsOf, withoutDemand } from "./operatorMonths.ts";
import { frameOf, unpackReport } from "./packedReport.ts";
import { partOf } from "./places.ts";
import { officesIn, type ReportDeps } from "./reportDeps.ts";

/** What is kept does not have the checksum that it was closed with. */
class DamagedReport extends Error {
  override readonly name = "DamagedReport";
}

/** The monthly reports of every place: of running months from the figures of now, of closed ones as they were closed. */
export class MonthlyReports {
  readonly #deps: ReportDeps;
  /** Provisional reports that are being made: who asks for the same meanwhile gets the same. */
  readonly #making = new Map<string, Promise<Report>>();

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
    if (version !== null && version !== 0) return null;
    const name = `${month.id} ${partOf(place)}`;
    const making = this.#making.get(name) ?? this.#provisional(place, month).finally(() => this.#making.delete(name));
    this.#making.set(name, making);
    return making;
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
    const offices = officesIn(this.#deps, place, month);
    const snapshot = await this.#deps.read(offices, month);
    // The demand is read out of every ticket of a month: of one office at once, of all when the month is closed.
    const floor = place.kind === "office" ? this.#deps.floor : withoutDemand((office) => this.#deps.given(office));
    const targets = await operatorMonthsOf({ index, floor }, snapshot, offices);
    const { statistics, explanations, imported } = this.#deps;
    const outages = await outagesUpTo(explanations, place, snapshot);
    const sources = { index, snapshot, statistics, explanations, outages, imported, targets };
    return makeReport(sources, place, { status: "provisional", version: 0, notes: [] });
  }

  /**
   * Closes a month that is over, or revises one that is closed when a reason is given.
   * @throws ClosingRefused with a sentence, RedisAwayError
   */
  async close(month: Month, deed: ClosingDeed): Promise<ReportVersion> {
    const { index } = this.#deps;
    const last = (await this.versions(month.id)).at(-1) ?? null;
    if (!isOver(this.#deps, month))
      throw new ClosingRefused("the month is not over yet; close it when its last day has ended");
    if (deed.reason === null && last !== null)
      throw new ClosingRefused("the month is closed already; revise it with a reason to make the next version");
    if (deed.reason !== null && last === null) throw new ClosingRefused("the month is not closed yet; close it first");
    const all = [...index.offices.values()];
    const read: ClosingParts["read"] = (of, told, kinds) => this.#deps.read(all, of, told, kinds);
    return closeMonth({ ...this.#deps, read }, month, last, deed);
  }
}
