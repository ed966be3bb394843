import { useMemo } from "react";
import { DICTIONARY, type FigureId } from "../../shared/dictionary.ts";
import { IMPORTED_FIGURES, type ImportedTotalsAnswer } from "../../shared/importedTotals.ts";
import type { Day } from "../../shared/time.ts";
import { usePrincipal } from "../access/principal.ts";
import { Panel } from "../components/Panel.tsx";
import { type Column, SortedTable } from "../components/SortedTable.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { useFetched } from "../store/fetched.ts";
import { type ImportedSum, monthsOf, sumsOf } from "./importedMonths.ts";
import { IMPORTED_WORDS } from "./importedWords.ts";
import "./imported.css";

const REFRESH_MS = 600_000;

interface ImportedPanelProps {
  readonly from: Day;
  readonly to: Day;
  /** Asks for the same months a year earlier. */
  readonly yearBefore: boolean;
  readonly region?: string | undefined;
  readonly office?: string | undefined;
}

/** What an old system told of the months of a period, marked as such; nothing where it told nothing. */
export function ImportedPanel({ from, to, yearBefore, region, office }: ImportedPanelProps) {
  const words = useRoomWords(IMPORTED_WORDS);
  const { format, language } = useWords();
  const principal = usePrincipal();
  const query = new URLSearchParams(monthsOf(from, to, yearBefore));
  const one = office ?? principal?.office;
  const several = region ?? principal?.region;
  if (one) query.set("office", one);
  else if (several) query.set("region", several);
  const { data } = useFetched<ImportedTotalsAnswer>(`/api/imported-totals?${query}`, REFRESH_MS);
  const sums = useMemo(() => sumsOf(data?.rows ?? []), [data]);
  const columns = useMemo<readonly Column<ImportedSum>[]>(() => {
    const told = IMPORTED_FIGURES.filter((figure) => sums.some(({ figures }) => figures[figure] !== undefined));
    return [
      {
        id: "month",
        title: words.month,
        show: ({ month }) => format.monthOfYear(month),
        sort: ({ month }) => -month,
      },
      {
        id: "places",
        title: words.places,
        text: true,
        show: ({ of, places }) => words[of === "office" ? "offices" : "regions"](format.count(places)),
        sort: ({ of, places }) => `${of}${places}`,
      },
      ...told.map(
        (figure): Column<ImportedSum> => ({
          id: figure,
          title: DICTIONARY[figure as FigureId].names[language],
          show: ({ figures }) => format.count(figures[figure] ?? null),
          sort: ({ figures }) => figures[figure] ?? null,
        }),
      ),
    ];
  }, [sums, words, format, language]);
  if (sums.length === 0) return null;
  const sources = [...new Set(sums.flatMap((sum) => sum.sources))].join(", ");
  const title = yearBefore ? words.titleYear : words.title;
  return (
    <Panel title={title} className="importedPanel">
      <p className="importedPanel__mark">
        <span aria-hidden="true">⇲</span> {words.mark}
      </p>
      <p className="importedPanel__hint">{words.hint(sources)}</p>
      <SortedTable caption={title} columns={columns} records={sums} keyOf={({ key }) => key} />
    </Panel>
  );
}
