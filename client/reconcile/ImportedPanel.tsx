import { useMemo } from "react";
import { DICTIONARY, type FigureId } from "../../shared/dictionary.ts";
import { IMPORTED_FIGURES, type ImportedRow } from "../../shared/importedTotals.ts";
import { Panel } from "../components/Panel.tsx";
import { type Column, SortedTable } from "../components/SortedTable.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { type ImportedSum, sumsOf } from "./importedMonths.ts";
import { IMPORTED_WORDS } from "./importedWords.ts";
import "./imported.css";

interface ImportedPanelProps {
  readonly rows: readonly ImportedRow[];
  /** They are of the same months a year earlier. */
  readonly yearBefore: boolean;
}

/** What an old system told, marked as such; nothing where it told nothing. */
export function ImportedPanel({ rows, yearBefore }: ImportedPanelProps) {
  const words = useRoomWords(IMPORTED_WORDS);
  const { format, language } = useWords();
  const sums = useMemo(() => sumsOf(rows), [rows]);
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
