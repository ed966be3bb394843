import { useMemo } from "react";
import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { DICTIONARY } from "../../shared/dictionary.ts";
import type { Dimension } from "../../shared/statistics.ts";
import { Empty } from "../components/Message.tsx";
import { useRem } from "../components/rem.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import type { Answered, AnsweredRow } from "./answer.ts";
import { type ExplorerFigure, written } from "./figures.ts";
import type { Question } from "./question.ts";
import { rowName } from "./rowNames.ts";
import { EXPLORER_WORDS } from "./words.ts";

/** More lines than this can not be told apart. */
const MOST_LINES = 6;
const MOST_BARS = 30;
const BAR_REM = 2.1;
/** One hue from strong to faint and dashes beside it: lines are told apart without colour, too. */
const LINES = [
  ["var(--sky)", "0"],
  ["var(--sun)", "6 3"],
  ["var(--worse)", "2 3"],
  ["var(--better)", "9 3 2 3"],
  ["var(--ink-2)", "0"],
  ["var(--ink-3)", "6 3"],
] as const;

interface ChartProps {
  readonly question: Question;
  readonly answered: Answered;
  readonly figure: ExplorerFigure;
}

const isTime = (dimension: Dimension) => dimension === "day" || dimension === "month";

function useNames() {
  const { format, language } = useWords();
  const book = useBook();
  return (of: AnsweredRow, dimension: Dimension) => rowName(of.row, dimension, { book, format, language });
}

function Curve({ question, answered, figure }: ChartProps) {
  const { format, language } = useWords();
  const words = useRoomWords(EXPLORER_WORDS);
  const names = useNames();
  const rem = useRem();
  const { by } = question;
  const along = by.find(isTime) as Dimension;
  const other = by.find((dimension) => !isTime(dimension));
  const { lines, data, hidden } = useMemo(() => {
    const size = new Map<string, number>();
    const points = new Map<string, Record<string, string | number | null>>();
    for (const of of answered.rows) {
      const line = other === undefined ? "value" : names(of, other);
      const key = of.row[along] ?? "";
      const point = points.get(key) ?? { key, name: names(of, along) };
      point[line] = figure.value(of.row);
      points.set(key, point);
      size.set(line, (size.get(line) ?? 0) + (of.row.accepted ?? of.row.ticketsIssued ?? 0));
    }
    const largest = [...size].sort((a, b) => b[1] - a[1]).map(([line]) => line);
    const ordered = [...points.values()].sort((a, b) => String(a.key).localeCompare(String(b.key)));
    return { lines: largest.slice(0, MOST_LINES), data: ordered, hidden: largest.length - MOST_LINES };
  }, [answered.rows, along, other, figure, names]);
  return (
    <>
      {hidden > 0 && (
        <p className="explorerChart__note">
          {words.firstOf(format.count(lines.length), format.count(lines.length + hidden))}
        </p>
      )}
      <div className="explorerChart__plot">
        <ResponsiveContainer width="100%" height="100%">
          <LineChart data={data} margin={{ top: rem, right: rem * 1.5, bottom: rem * 0.5, left: rem }}>
            <CartesianGrid stroke="var(--gridline)" vertical={false} />
            <XAxis
              dataKey="name"
              stroke="var(--ink-3)"
              tick={{ fill: "var(--ink-2)", fontSize: rem * 0.9 }}
              minTickGap={rem * 2}
            />
            <YAxis
              stroke="var(--ink-3)"
              tick={{ fill: "var(--ink-2)", fontSize: rem * 0.9 }}
              width={rem * 5}
              tickFormatter={(value: number) => written(value, figure.unit, format)}
            />
            <Tooltip
              isAnimationActive={false}
              contentStyle={{ background: "var(--raised)", border: "1px solid var(--edge)", borderRadius: rem * 0.5 }}
              formatter={(value) => written(typeof value === "number" ? value : null, figure.unit, format)}
            />
            {other !== undefined && <Legend wrapperStyle={{ fontSize: rem * 0.9 }} />}
            {lines.map((line, at) => {
              const [stroke, dash] = LINES[at] ?? LINES[0];
              return (
                <Line
                  key={line}
                  dataKey={(point: Record<string, number | null>) => point[line] ?? null}
                  name={other === undefined ? DICTIONARY[figure.id].names[language] : line}
                  stroke={stroke}
                  strokeDasharray={dash}
                  strokeWidth={rem * 0.16}
                  dot={data.length < 40 ? { r: rem * 0.18, fill: stroke } : false}
                  isAnimationActive={false}
                />
              );
            })}
          </LineChart>
        </ResponsiveContainer>
      </div>
    </>
  );
}

function Bars({ question, answered, figure }: ChartProps) {
  const { format } = useWords();
  const words = useRoomWords(EXPLORER_WORDS);
  const names = useNames();
  const rem = useRem();
  const { by } = question;
  const timed = by.some(isTime);
  const { data, all } = useMemo(() => {
    const points = answered.rows.map((of) => ({
      key: of.key,
      name: by.map((dimension) => names(of, dimension)).join(" · "),
      value: figure.value(of.row),
    }));
    if (!timed) points.sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || (a.name < b.name ? -1 : 1));
    return { data: points.slice(0, MOST_BARS), all: points.length };
  }, [answered.rows, by, figure, names, timed]);
  return (
    <>
      {all > data.length && (
        <p className="explorerChart__note">{words.firstOf(format.count(data.length), format.count(all))}</p>
      )}
      <div style={{ height: rem * (data.length * BAR_REM + 3) }}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={data} layout="vertical" margin={{ top: 0, right: rem * 5, bottom: 0, left: rem * 0.5 }}>
            <XAxis type="number" hide domain={[0, "dataMax"]} />
            <YAxis
              type="category"
              dataKey="name"
              width={rem * 15}
              interval={0}
              stroke="var(--ink-3)"
              tickLine={false}
              axisLine={false}
              tick={{ fill: "var(--ink-1)", fontSize: rem * 0.9, width: rem * 14.5 }}
            />
            <Bar
              dataKey="value"
              fill="var(--sky)"
              radius={rem * 0.15}
              isAnimationActive={false}
              label={{
                position: "right",
                fill: "var(--ink-1)",
                fontSize: rem * 0.9,
                formatter: (value) => written(typeof value === "number" ? value : null, figure.unit, format),
              }}
            />
          </BarChart>
        </ResponsiveContainer>
      </div>
    </>
  );
}

/** The answer drawn: along the days or months where it is cut by them, else as bars. The table says the same in figures. */
export function ExplorerChart(props: ChartProps) {
  const words = useRoomWords(EXPLORER_WORDS);
  const { language } = useWords();
  const { question, answered, figure } = props;
  if (answered.rows.length === 0) return <Empty>{words.empty}</Empty>;
  const curve = question.shape === "curve" && question.by.some(isTime);
  return (
    <figure className="explorerChart">
      <figcaption>{DICTIONARY[figure.id].names[language]}</figcaption>
      {curve ? <Curve {...props} /> : <Bars {...props} />}
    </figure>
  );
}
