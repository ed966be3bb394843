import type { ImportedRow, ImportedTotalsAnswer } from "../../shared/importedTotals.ts";
import type { Day } from "../../shared/time.ts";
import { usePrincipal } from "../access/principal.ts";
import { useFetched } from "../store/fetched.ts";
import { monthsYearBefore, wholeMonths } from "./importedMonths.ts";

const REFRESH_MS = 600_000;

/** Of which months and place the totals of an old system are asked for. */
export interface ImportedQuestion {
  readonly from: Day;
  readonly to: Day;
  /** The months a year earlier instead. */
  readonly yearBefore: boolean;
  readonly region?: string | undefined;
  readonly office?: string | undefined;
}

const NONE: readonly ImportedRow[] = [];

/** What an old system told of the whole months of a period; nothing where it told nothing. */
export function useImported({ from, to, yearBefore, region, office }: ImportedQuestion): readonly ImportedRow[] {
  const principal = usePrincipal();
  const months = yearBefore ? monthsYearBefore(from, to) : wholeMonths(from, to);
  const query = new URLSearchParams({ ...months });
  const one = office ?? principal?.office;
  const several = region ?? principal?.region;
  if (one) query.set("office", one);
  else if (several) query.set("region", several);
  const { data } = useFetched<ImportedTotalsAnswer>(
    months === null ? null : `/api/imported-totals?${query}`,
    REFRESH_MS,
  );
  return months === null || data === null ? NONE : data.rows;
}
