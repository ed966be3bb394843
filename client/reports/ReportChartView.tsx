import type { ReportChart, ReportTable } from "../../shared/report.ts";
import { parseDay } from "../../shared/time.ts";
import { useWords } from "../settings.ts";
import { cellText } from "./cellText.ts";

const WIDTH = 720;
const HEIGHT = 150;
const LEFT = 64;
const TOP = 10;
const BOTTOM = 24;

/** A chart of a table's columns along its days; drawn as plain shapes, so it prints as it is seen. */
export function ReportChartView({ table, chart }: { table: ReportTable; chart: ReportChart }) {
  const { format, language } = useWords();
  const { columns, rows } = table;
  const along = columns.findIndex(({ field }) => field === chart.along);
  const series = chart.series.map((field) => columns.findIndex((column) => column.field === field));
  const values = rows.flatMap((row) => series.map((at) => row[at])).filter((cell) => typeof cell === "number");
  const top = Math.max(0, ...values);
  if (rows.length < 2 || top === 0) return null;
  const step = (WIDTH - LEFT) / rows.length;
  const x = (at: number) => LEFT + step * (at + 0.5);
  const y = (value: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top);
  const column = columns[series[0] ?? 0];
  const label = (value: number) => (column === undefined ? "" : cellText(value, column, {}, format, language));
  return (
    <figure className="reportChart">
      <figcaption>
        {chart.titles[language]}
        {series.length > 1 && (
          <span className="reportChart__legend">
            {series.map((at, which) => (
              <span key={columns[at]?.field} data-series={which}>
                {columns[at]?.titles[language]}
              </span>
            ))}
          </span>
        )}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={chart.titles[language]}>
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line x1={LEFT} x2={WIDTH} y1={y(top * share)} y2={y(top * share)} className="reportChart__grid" />
            <text x={LEFT - 8} y={y(top * share) + 4} textAnchor="end">
              {label(column?.kind === "count" ? Math.round(top * share) : top * share)}
            </text>
          </g>
        ))}
        {rows.map((row, at) => {
          const day = parseDay(String(row[along] ?? "")) ?? 0;
          const date = new Date(day * 86_400_000).getUTCDate();
          return at % 5 === 0 || at === rows.length - 1 ? (
            <text key={String(row[along])} x={x(at)} y={HEIGHT - 6} textAnchor="middle">
              {date}
            </text>
          ) : null;
        })}
        {chart.kind === "bars"
          ? rows.map((row, at) => {
              const value = row[series[0] ?? 0];
              return typeof value === "number" ? (
                <rect
                  key={String(row[along])}
                  data-series="0"
                  x={x(at) - step * 0.36}
                  width={step * 0.72}
                  y={y(value)}
                  height={y(0) - y(value)}
                />
              ) : null;
            })
          : series.map((cell, which) => (
              <polyline
                key={columns[cell]?.field}
                data-series={which}
                points={rows
                  .flatMap((row, at) => {
                    const value = row[cell];
                    return typeof value === "number" ? [`${x(at)},${y(value)}`] : [];
                  })
                  .join(" ")}
              />
            ))}
      </svg>
    </figure>
  );
}
