import { createHash } from "node:crypto";
import type { Explanation } from "../../shared/alerts.ts";
import type { ImportedRow } from "../../shared/importedTotals.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import type { Report, ReportPlace, ReportTable } from "../../shared/report.ts";
import type { Dimension, StatisticsAnswer, StatisticsQuery, StatisticsRow } from "../../shared/statistics.ts";
import { dayStart, localDay } from "../../shared/time.ts";
import { importedPeriod, withImported } from "../core/importedPeriod.ts";
import type { OperatorMonth } from "../core/operatorMonth.ts";
import { eventsOfMonth, type MonthFacts, type OfficeEvents, type PeriodFigures } from "../core/reportFacts.ts";
import { type Month, monthBefore, yearBefore } from "../core/reportMonth.ts";
import { OPERATOR_TABLE, reportTables } from "../core/reportTables.ts";
import { TARGET_TABLE } from "../core/reportTargets.ts";
import { canonicalJson } from "../export/canonicalJson.ts";
import type { MonthSnapshot } from "./monthSnapshot.ts";
import { officesOfPlace } from "./places.ts";

/** The zone in which the centre tells its dates. */
export const CENTRE_ZONE = "Asia/Almaty";

/** Reads what an old system told of months (`2025-11`) of offices and of regions. @throws RedisAwayError */
export type ReadImported = (
  months: readonly string[],
  places: { readonly offices: Iterable<string>; readonly regions: Iterable<string> },
) => Promise<readonly ImportedRow[]>;

/** What a report is made from. */
export interface ReportSources {
  readonly index: ReferenceIndex;
  /** The month itself. */
  readonly snapshot: MonthSnapshot;
  /** Answers about other months. */
  statistics(query: StatisticsQuery): Promise<StatisticsAnswer>;
  /** Totals that an old system told of some months, of offices and of regions as wholes. */
  imported: ReadImported;
  /** Operators against their targets, by office. */
  readonly targets: ReadonlyMap<string, readonly OperatorMonth[]>;
  /** What managers said of a place between two moments (epoch ms). */
  explanations(place: Pick<ReportPlace, "kind" | "id">, from: number, to: number): Promise<readonly Explanation[]>;
  /** What managers said up to the moment of the snapshot, read once: whichever days are of an outage is told by it. */
  readonly outages: readonly Explanation[];
}

/** What managers said of a place from the beginning of a month to the moment of its snapshot. @throws RedisAwayError */
export function outagesUpTo(
  explanations: ReportSources["explanations"],
  place: Pick<ReportPlace, "kind" | "id">,
  { month, asOf }: MonthSnapshot,
): Promise<readonly Explanation[]> {
  return explanations(place, dayStart(month.from, CENTRE_ZONE), asOf);
}

/** SHA-256 (hex) of the canonical JSON of a report's tables. */
export function checksumOf(tables: readonly ReportTable[]): string {
  return createHash("sha256").update(canonicalJson(tables)).digest("hex");
}

function filterOf({ kind, id }: ReportPlace): StatisticsQuery["filter"] {
  return kind === "country" ? {} : { [kind]: id };
}

async function periodOf(
  ask: (query: StatisticsQuery) => Promise<StatisticsAnswer>,
  place: ReportPlace,
  month: Month,
  now: number,
): Promise<PeriodFigures> {
  const answer = await ask({ from: month.from, to: month.to, by: [], filter: filterOf(place) });
  const until = Math.min(month.to, localDay(now, CENTRE_ZONE));
  const { coverage, status } = answer;
  return { month, until, row: answer.rows[0] as StatisticsRow, coverage, status, imported: null };
}

function existed(index: ReferenceIndex, { office }: OfficeEvents, { from, to }: Month): boolean {
  const record = index.offices.get(office);
  return record !== undefined && record.validFrom <= to && (record.validTo === null || record.validTo >= from);
}

/** The facts of a place's month. @throws RedisAwayError */
async function gather(sources: ReportSources, place: ReportPlace): Promise<MonthFacts> {
  const { index, snapshot } = sources;
  const { month, asOf } = snapshot;
  const filter = filterOf(place);
  const ask = (query: StatisticsQuery) => snapshot.statistics(query);
  const by = async (...dimensions: Dimension[]) =>
    (await ask({ from: month.from, to: month.to, by: dimensions, filter })).rows;
  const offices = officesOfPlace(index, place, month);
  const compared = [monthBefore(month), yearBefore(month)] as const;
  const told = await sources.imported(
    compared.map(({ id }) => id),
    { offices, regions: index.regions.keys() },
  );
  const earlier = async (of: Month) =>
    withImported(
      await periodOf((query) => sources.statistics(query), place, of, asOf),
      importedPeriod(index, told, officesOfPlace(index, place, of), of),
    );
  return {
    index,
    place,
    period: await periodOf(ask, place, month, asOf),
    before: await earlier(compared[0]),
    yearAgo: await earlier(compared[1]),
    days: await by("day"),
    regions: place.kind === "country" ? await by("region") : [],
    offices: place.kind === "office" ? [] : await by("office"),
    services: await by("service"),
    authorities: await by("authority"),
    operators: await by("operator"),
    targets: sources.targets,
    explanations: await sources.explanations(
      place,
      dayStart(month.from, CENTRE_ZONE),
      dayStart(month.to + 1, CENTRE_ZONE),
    ),
    causes: snapshot.causes(offices),
    lateDays: snapshot.lateDays(offices, sources.outages),
    events: snapshot.events(offices).filter((each) => existed(index, each, month) || eventsOfMonth(each) > 0),
  };
}

/** What a report says of itself. */
export type ReportState = Pick<Report, "status" | "version" | "notes">;

/** The monthly report of a place. The same facts give the same report, byte by byte. @throws RedisAwayError */
export async function makeReport(
  sources: ReportSources,
  place: ReportPlace,
  state: ReportState,
  more: (facts: MonthFacts) => readonly ReportTable[] = () => [],
): Promise<Report> {
  const gathered = await gather(sources, place);
  const facts = { ...gathered, period: { ...gathered.period, status: state.status } };
  const tables = [...reportTables(facts), ...more(facts)];
  return {
    month: sources.snapshot.month.id,
    place,
    ...state,
    asOf: new Date(sources.snapshot.asOf).toISOString(),
    coverage: facts.period.coverage,
    events: {
      received: facts.events.reduce((sum, { received }) => sum + received, 0),
      promised: facts.events.reduce((sum, { promised }) => sum + promised, 0),
    },
    checksum: checksumOf(tables),
    tables,
  };
}

/** The report without what names single operators. */
export function withoutOperators(report: Report): Report {
  const tables = report.tables.filter(({ id }) => id !== OPERATOR_TABLE && id !== TARGET_TABLE);
  return tables.length === report.tables.length ? report : { ...report, tables, checksum: checksumOf(tables) };
}
