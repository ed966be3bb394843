import { IMPORTED_FIGURES, type ImportedFigure, type ImportedRow } from "../../shared/importedTotals.ts";
import type { Office } from "../../shared/reference.ts";
import { type ReferenceIndex, regionOn } from "../../shared/referenceIndex.ts";
import type { StatisticsRow } from "../../shared/statistics.ts";
import { rate, UNKNOWN_FIGURES } from "./figures.ts";
import type { PeriodFigures } from "./reportFacts.ts";
import type { Month } from "./reportMonth.ts";

/** Where totals of a month come from that an old system told. */
export interface ImportedOrigin {
  readonly sources: readonly string[];
  /** RFC 3339: the latest taking over. */
  readonly importedAt: string;
  /** Whether they tell of every office that existed. */
  readonly complete: boolean;
}

/** A month of a place as an old system told it: its sums, and of how many offices they are. */
export interface ImportedPeriod {
  readonly row: StatisticsRow;
  readonly expected: number;
  readonly told: number;
  readonly origin: ImportedOrigin;
}

/** The sum of a figure; null when one of the rows does not tell it: half of a whole is no figure. */
function sumOf(rows: readonly ImportedRow[], figure: ImportedFigure): number | null {
  let sum = 0;
  for (const { figures } of rows) {
    const value = figures[figure];
    if (value === undefined) return null;
    sum += value;
  }
  return sum;
}

function figuresOf(rows: readonly ImportedRow[]): StatisticsRow {
  const counts = Object.fromEntries(IMPORTED_FIGURES.map((figure) => [figure, sumOf(rows, figure)])) as Readonly<
    Record<ImportedFigure, number | null>
  >;
  const share = (part: number | null, whole: number | null) =>
    part === null || whole === null ? null : rate(part, whole);
  const { accepted, rejected, due, delayed, returnedByOperator, left, ticketsIssued } = counts;
  return {
    ...UNKNOWN_FIGURES,
    ...counts,
    rejectionRate: share(rejected, accepted === null || rejected === null ? null : accepted + rejected),
    delayedRate: share(delayed, due),
    errorRate: share(returnedByOperator, accepted),
    leftRate: share(left, ticketsIssued),
  };
}

function existed({ validFrom, validTo }: Office, { from, to }: Month): boolean {
  return validFrom <= to && (validTo === null || validTo >= from);
}

/**
 * What an old system told of a month of some offices, or null: of each region its own total when all its offices are asked
 * for and it has one, else those of its offices; one is never added to the other [K7].
 */
export function importedPeriod(
  index: ReferenceIndex,
  rows: readonly ImportedRow[],
  offices: ReadonlySet<string>,
  month: Month,
): ImportedPeriod | null {
  const ofMonth = rows.filter((row) => row.month === month.id);
  const byRegion = new Map<string, { readonly asked: string[]; readonly all: string[] }>();
  for (const office of index.offices.values()) {
    if (!existed(office, month)) continue;
    const region = regionOn(office, month.from);
    const of = byRegion.get(region) ?? { asked: [], all: [] };
    byRegion.set(region, of);
    of.all.push(office.id);
    if (offices.has(office.id)) of.asked.push(office.id);
  }
  const taken: ImportedRow[] = [];
  let [expected, told] = [0, 0];
  for (const [region, { asked, all }] of byRegion) {
    expected += asked.length;
    const whole = asked.length === all.length ? ofMonth.find((row) => row.region === region) : undefined;
    const found = whole === undefined ? ofMonth.filter(({ office = "" }) => asked.includes(office)) : [whole];
    told += whole === undefined ? found.length : all.length;
    taken.push(...found);
  }
  if (taken.length === 0) return null;
  const sources = [...new Set(taken.map(({ source }) => source))].sort();
  const importedAt = taken.reduce((latest, row) => (row.importedAt > latest ? row.importedAt : latest), "");
  return { row: figuresOf(taken), expected, told, origin: { sources, importedAt, complete: told === expected } };
}

/**
 * A month that is compared with, told by an old system where events tell of less than half as many offices; then nothing
 * of it is of events [R11].
 */
export function withImported(of: PeriodFigures, imported: ImportedPeriod | null): PeriodFigures {
  if (imported === null || of.coverage.reporting * 2 >= imported.told) return of;
  const { row, expected, told, origin } = imported;
  const coverage = { expected, reporting: told, silent: [], oldestEvent: null, missingEvents: 0 };
  return { ...of, row, coverage, status: "imported", imported: origin };
}
