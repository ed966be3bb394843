import type { Names } from "../../../shared/reference.ts";
import type { Report, ReportTable } from "../../../shared/report.ts";
import { monthText } from "../cellText.ts";
import type { Language } from "../fileFormat.ts";
import { FILE_WORDS } from "../words.ts";
import { chartData, chartHeight, drawChart } from "./chart.ts";
import { drawCover } from "./cover.ts";
import { INK } from "./palette.ts";
import { CONTENT, Paper } from "./paper.ts";
import { drawRunningLines } from "./running.ts";
import { TableOnPaper } from "./table.ts";

const TITLE = { size: 12, weight: "bold", ink: INK.accent } as const;
const NOTE = { size: 7.2, ink: INK.soft } as const;

async function drawTable(paper: Paper, table: ReportTable, language: Language): Promise<void> {
  const charts = table.charts.flatMap((chart) => {
    const data = chartData(table, chart);
    return data === null ? [] : [{ chart, data }];
  });
  const drawn = new TableOnPaper(paper, table, language);
  const first = charts[0];
  paper.need(26 + (first === undefined ? drawn.beginning : chartHeight(first.chart, first.data)));
  paper.line(table.titles[language], CONTENT.left, paper.y, CONTENT.width, TITLE);
  paper.y += 20;
  for (const { chart, data } of charts) drawChart(paper, chart, data, language);
  paper.need(drawn.beginning);
  await drawn.draw();
  paper.y += 5;
  drawNotes(paper, table.notes, language);
  paper.y += 18;
}

function drawNotes(paper: Paper, notes: readonly Names[], language: Language): void {
  for (const note of notes) paper.paragraph(note[language], NOTE, 1);
}

/**
 * A report for printing: A4, its charts as vectors, the letters of its language within the file. The same report gives the
 * same bytes.
 */
export async function* reportPdf(report: Report, language: Language): AsyncGenerator<Uint8Array> {
  const words = FILE_WORDS[language];
  const title = `${words.report}: ${report.place.names[language]}, ${monthText(report.month, language)}`;
  const paper = await Paper.take({ title, asOf: report.asOf, language });
  drawCover(paper, report, language);
  for (const table of report.tables) await drawTable(paper, table, language);
  drawNotes(paper, report.notes, language);
  drawRunningLines(paper, report, language);
  paper.doc.end();
  for await (const chunk of paper.doc as unknown as AsyncIterable<Buffer>) yield chunk;
}
