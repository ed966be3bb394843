import { createHash, randomUUID } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import type { ReportTable } from "../../shared/report.ts";
import type { ReportVersion } from "../../shared/reportMonths.ts";
import { revisionTables } from "../core/reportChanges.ts";
import { type Month, monthBefore, yearBefore } from "../core/reportMonth.ts";
import { daysOfSnapshot, figuresByOffice, revisionOf } from "./closedFigures.ts";
import { type Closings, DAYS_PART, FIGURES_PART } from "./closings.ts";
import { EarlierMonths } from "./earlierMonths.ts";
import { makeReport, outagesUpTo, type ReadImported, type ReportSources } from "./makeReport.ts";
import type { MonthSnapshot, SnapshotKind } from "./monthSnapshot.ts";
import { operatorMonthsOf, type ReadFloorMonth } from "./operatorMonths.ts";
import { packReport } from "./packedReport.ts";
import { officesOfPlace, partOf, placesOf } from "./places.ts";

/** What closing stands on. */
export interface ClosingParts {
  readonly index: ReferenceIndex;
  readonly closings: Closings;
  readonly clock: { now(): number };
  explanations: ReportSources["explanations"];
  readonly imported: ReadImported;
  readonly floor: ReadFloorMonth;
  /** The month of every office as it stands now, with all kinds of rows or some. */
  read(
    month: Month,
    told?: (done: number, total: number) => void,
    kinds?: readonly SnapshotKind[],
  ): Promise<MonthSnapshot>;
}

/** Another process closes a month just now, or the version is there already. */
export class ClosingRefused extends Error {
  override readonly name = "ClosingRefused";
}

/** Who closes or revises, and why. */
export interface ClosingDeed {
  readonly by: string;
  /** Null for the first version. */
  readonly reason: string | null;
}

/** How many reports are put aside at once. */
const BATCH = 10;

/**
 * Closes a month, or makes its next version: reads it once, makes the report of every place from that, and publishes
 * them together. A version that is there is never touched.
 * @throws ClosingRefused, RedisAwayError
 */
export async function closeMonth(
  parts: ClosingParts,
  month: Month,
  last: ReportVersion | null,
  deed: ClosingDeed,
): Promise<ReportVersion> {
  const holder = randomUUID();
  if (!(await parts.closings.hold("closing", holder)))
    throw new ClosingRefused("a month is being closed just now; wait until it is done and look again");
  try {
    return await work(parts, month, last, deed, holder);
  } finally {
    await parts.closings.discard(holder);
    await parts.closings.tell(null);
    await parts.closings.release("closing", holder);
  }
}

async function work(
  parts: ClosingParts,
  month: Month,
  last: ReportVersion | null,
  deed: ClosingDeed,
  holder: string,
): Promise<ReportVersion> {
  const { index, closings, clock } = parts;
  const places = placesOf(index, month);
  const total = places.length * 2;
  const hold = async () => {
    if (!(await closings.hold("closing", holder))) throw new ClosingRefused("another process took the closing over");
  };
  const tell = async (done: number) => {
    await closings.tell({ month: month.id, done, total });
    await hold();
  };
  await tell(0);
  const snapshot = await parts.read(
    month,
    (done, of) => void tell(Math.floor((done / of) * places.length)).catch(() => {}),
  );
  const figures = await figuresByOffice(snapshot);
  const days = daysOfSnapshot(snapshot);
  const revision = last === null ? null : await revisionOf(closings, last, figures, days);
  const state = {
    status: last === null ? ("final" as const) : ("revised" as const),
    version: (last?.version ?? 0) + 1,
    notes: deed.reason === null ? [] : [{ kk: deed.reason, ru: deed.reason, en: deed.reason }],
  };
  const compared = [monthBefore(month), yearBefore(month)];
  const earlier = await EarlierMonths.read(closings, compared, (other) => parts.read(other, undefined, ["office"]));
  const told = await parts.imported(
    compared.map(({ id }) => id),
    { offices: index.offices.keys(), regions: index.regions.keys() },
  );
  const targets = await operatorMonthsOf(parts, snapshot, [...index.offices.values()], hold);
  const sources: ReportSources = {
    index,
    snapshot,
    targets,
    statistics: (query) => earlier.statistics(query),
    explanations: (...asked) => parts.explanations(...asked),
    outages: await outagesUpTo((...asked) => parts.explanations(...asked), { kind: "country", id: "" }, snapshot),
    imported: async () => told,
  };
  const sum = createHash("sha256");
  let coverage: ReportVersion["coverage"] | null = null;
  for (let at = 0; at < places.length; at += BATCH) {
    const packed = new Map<string, string>();
    for (const place of places.slice(at, at + BATCH)) {
      await breathe();
      const more = (): ReportTable[] =>
        revision === null
          ? []
          : revisionTables(index, officesOfPlace(index, place, month), revision.changes, revision.late);
      const report = await makeReport(sources, place, state, more);
      coverage ??= report.coverage;
      sum.update(report.checksum);
      const { frame, shared, own } = packReport(report);
      packed.set(frame, shared).set(partOf(place), own);
    }
    await closings.prepare(holder, packed);
    await tell(places.length + Math.min(at + BATCH, places.length));
  }
  const rows = [...figures.values()];
  await closings.prepare(
    holder,
    new Map([
      [DAYS_PART, JSON.stringify(Object.fromEntries(days))],
      [FIGURES_PART, JSON.stringify(rows)],
    ]),
  );
  const version: ReportVersion = {
    month: month.id,
    version: state.version,
    status: state.status,
    closedAt: new Date(clock.now()).toISOString(),
    by: deed.by,
    reason: deed.reason,
    asOf: new Date(snapshot.asOf).toISOString(),
    coverage: coverage as ReportVersion["coverage"],
    checksum: sum.digest("hex"),
    places: places.length,
  };
  if (!(await closings.publish(holder, version))) throw new ClosingRefused("this version is there already; look again");
  return version;
}
