import type { ComparedPeriod } from "../../shared/explore.ts";
import type { StatisticsRow } from "../../shared/statistics.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { changeOf } from "./answer.ts";
import type { ExplorerFigure } from "./figures.ts";
import { EXPLORER_WORDS } from "./words.ts";

/** A change without a judgement: an arrow and how much. Counts are taken per working day when both periods know theirs. */
export function Change({
  figure,
  row,
  other,
  period,
  compared,
}: {
  figure: ExplorerFigure;
  row: StatisticsRow;
  other: StatisticsRow | null;
  period: ComparedPeriod | null;
  compared: ComparedPeriod;
}) {
  const { format } = useWords();
  const words = useRoomWords(EXPLORER_WORDS);
  const now = period?.workingDays ?? 0;
  const then = compared.workingDays ?? 0;
  const perDay = figure.unit === "count" && now > 0 && then > 0;
  const inPoints = figure.unit === "share";
  const change = changeOf(figure.value(row), other === null ? null : figure.value(other), {
    inPoints,
    ...(perDay ? { factor: then / now } : {}),
  });
  if (change === null) return <span className="change">—</span>;
  const size = inPoints
    ? `${format.decimal(Math.abs(change) * 100, 1)}\u00a0${words.points}`
    : format.percent(Math.abs(change));
  const still = Math.abs(change) < 0.0005;
  return (
    <span className="change" title={perDay ? words.perWorkingDay : words.change}>
      {still ? "=" : change > 0 ? "▲" : "▼"} {still ? "" : size}
    </span>
  );
}
