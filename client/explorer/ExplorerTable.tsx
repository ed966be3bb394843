import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useMemo, useRef } from "react";
import { DICTIONARY } from "../../shared/dictionary.ts";
import type { StatisticsRow } from "../../shared/statistics.ts";
import { compareTexts } from "../language.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import type { Answered, AnsweredRow } from "./answer.ts";
import { Change } from "./Change.tsx";
import { Heading, KeyCell } from "./ExplorerCells.tsx";
import { type ExplorerFigure, isMedian, written } from "./figures.ts";
import type { Question } from "./question.ts";
import { rowName, rowOrder } from "./rowNames.ts";
import { EXPLORER_WORDS } from "./words.ts";

const ROW_REM = 2.35;
const COMPARED_ROW_REM = 3.5;

interface TableProps {
  readonly question: Question;
  readonly answered: Answered;
  readonly figures: readonly ExplorerFigure[];
  readonly sort: (column: string, falling: boolean) => void;
  /** Opens a number: what it means, what it is made of, what it counts. */
  readonly open: (figure: ExplorerFigure, row: AnsweredRow, name: string) => void;
}

function useSorted({ question, answered, figures }: TableProps): readonly AnsweredRow[] {
  const { format, language } = useWords();
  const book = useBook();
  const { sort, falling, by } = question;
  return useMemo(() => {
    const figure = figures.find(({ id }) => id === sort);
    const dimension = by.find((each) => each === sort);
    if (figure === undefined && dimension === undefined) return answered.rows;
    const orders = new Map(
      answered.rows.map(({ key, row }) => [
        key,
        figure !== undefined
          ? figure.value(row)
          : dimension === undefined
            ? null
            : rowOrder(row, dimension, rowName(row, dimension, { book, format, language })),
      ]),
    );
    return [...answered.rows].sort((a, b) => {
      const left = orders.get(a.key) ?? null;
      const right = orders.get(b.key) ?? null;
      if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
      const difference =
        typeof left === "number" && typeof right === "number"
          ? left - right
          : compareTexts(language, String(left), String(right));
      return falling ? -difference : difference;
    });
  }, [answered.rows, figures, by, sort, falling, book, format, language]);
}

/** The answer as a table of any length: only the rows that are seen are drawn, and the whole stands under the headings. */
export function ExplorerTable(props: TableProps) {
  const { question, answered, figures, sort, open } = props;
  const { by } = question;
  const words = useRoomWords(EXPLORER_WORDS);
  const { format, language } = useWords();
  const book = useBook();
  const rows = useSorted(props);
  const scroller = useRef<HTMLDivElement>(null);
  const { compared, period, total } = answered;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () =>
      (compared === null ? ROW_REM : COMPARED_ROW_REM) *
      Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    overscan: 12,
  });
  const drawn = virtual.getVirtualItems();
  const before = drawn[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  const names = (row: StatisticsRow) => by.map((dimension) => rowName(row, dimension, { book, format, language }));
  const cells = (of: AnsweredRow, name: string): ReactNode =>
    figures.map((figure) => (
      <td key={figure.id}>
        <button
          type="button"
          className="number"
          aria-label={words.openFigure(
            `${DICTIONARY[figure.id].names[language]} ${written(figure.value(of.row), figure.unit, format)}`,
            name,
          )}
          onClick={() => open(figure, of, name)}
        >
          {written(figure.value(of.row), figure.unit, format)}
        </button>
        {compared !== null && (
          <Change figure={figure} row={of.row} other={of.other} period={period} compared={compared} />
        )}
      </td>
    ));
  return (
    <div className="table explorerTable" ref={scroller}>
      <table aria-rowcount={rows.length + 2}>
        <caption className="visuallyHidden">{words.title}</caption>
        <thead>
          <tr>
            {by.map((dimension) => (
              <Heading
                key={dimension}
                id={dimension}
                title={words.dimension[dimension]}
                text
                question={question}
                sort={sort}
              />
            ))}
            {by.length === 0 && <th />}
            {figures.map((figure) => (
              <Heading
                key={figure.id}
                id={figure.id}
                title={DICTIONARY[figure.id].names[language] + (isMedian(figure) ? `, ${words.median}` : "")}
                text={false}
                question={question}
                sort={sort}
              />
            ))}
          </tr>
          {total !== null && (
            <tr className="explorerTable__total">
              <th scope="row" className="table__text" colSpan={Math.max(1, by.length)}>
                {words.total}
              </th>
              {cells(total, words.total)}
            </tr>
          )}
        </thead>
        <tbody>
          {before > 0 && <tr style={{ height: before }} />}
          {drawn.map(({ index }) => {
            const of = rows[index] as AnsweredRow;
            const texts = names(of.row);
            return (
              <tr key={of.key} ref={virtual.measureElement} data-index={index} aria-rowindex={index + 3}>
                {by.map((dimension, at) => (
                  <KeyCell key={dimension} row={of.row} dimension={dimension} text={texts[at] ?? ""} first={at === 0} />
                ))}
                {cells(of, texts.join(" · "))}
              </tr>
            );
          })}
          {after > 0 && <tr style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  );
}
