import type { Report, ReportTable } from "../../../shared/report.ts";
import { monthText } from "../cellText.ts";
import type { Language } from "../fileFormat.ts";
import { FILE_WORDS } from "../words.ts";
import { chartRowHeight, chartRows, drawChartRow } from "./chart.ts";
import { drawCover } from "./cover.ts";
import { drawHeadlines } from "./headline.ts";
import { INK } from "./palette.ts";
import { CONTENT, Paper } from "./paper.ts";
import { printed } from "./printed.ts";
import { drawRunningLines } from "./running.ts";
import { TableOnPaper } from "./table.ts";

const TITLE_HEIGHT = 17;
const TITLE = { size: 11, weight: "bold", ink: INK.accent } as const;
const NOTE_HEIGHT = 20;
const NOTE = { size: 6.6, ink: INK.soft } as const;

function drawTable(paper: Paper, of: ReportTable, language: Language): void {
  const { table, remarks } = printed(of, language);
  const charts = chartRows(of);
  const drawn = table === null ? null : new TableOnPaper(paper, table, language);
  const first = charts[0];
  paper.need(TITLE_HEIGHT + (first === undefined ? (drawn?.beginning ?? NOTE_HEIGHT) : chartRowHeight(first)));
  paper.line(of.titles[language], CONTENT.left, paper.y, CONTENT.width, TITLE);
  paper.y += TITLE_HEIGHT;
  for (const row of charts) drawChartRow(paper, row, language);
  if (drawn !== null) {
    paper.need(drawn.beginning);
    drawn.draw();
    paper.y += 4;
  }
  for (const remark of [...of.notes.map((note) => note[language]), ...remarks]) paper.paragraph(remark, NOTE, 1);
  paper.y += 13;
}

/** Between two tables whatever else waits is served: drawing takes tens of milliseconds each. */
const othersServed = () => new Promise(setImmediate);

/**
 * A report for printing: A4, its charts as vectors, the letters of its language within the file. The same report gives the
 * same bytes.
 */
export async function* reportPdf(report: Report, language: Language): AsyncGenerator<Uint8Array> {
  const words = FILE_WORDS[language];
  const title = `${words.report}: ${report.place.names[language]}, ${monthText(report.month, language)}`;
  const paper = await Paper.take({ title, asOf: report.asOf, language });
  drawCover(paper, report, language);
  drawHeadlines(paper, report, language);
  for (const table of report.tables) {
    drawTable(paper, table, language);
    await othersServed();
  }
  for (const note of report.notes) paper.paragraph(note[language], NOTE, 1);
  drawRunningLines(paper, report, language);
  paper.doc.end();
  for await (const chunk of paper.doc as unknown as AsyncIterable<Buffer>) yield chunk;
}
