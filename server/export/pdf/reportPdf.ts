import type { Report } from "../../../shared/report.ts";
import { monthText } from "../cellText.ts";
import type { Language } from "../fileFormat.ts";
import { FILE_WORDS } from "../words.ts";
import { chartRowHeight, chartRows, drawChartRow } from "./chart.ts";
import { drawCover } from "./cover.ts";
import { DEFINITIONS_BEGIN, drawDefinitions } from "./definitions.ts";
import { drawHeadlines } from "./headline.ts";
import { INK } from "./palette.ts";
import { CONTENT, Paper } from "./paper.ts";
import { type PaperTable, paperTables } from "./paperTables.ts";
import { printed } from "./printed.ts";
import { ROOMS, type Room } from "./room.ts";
import { drawRunningLines } from "./running.ts";
import { TableOnPaper } from "./table.ts";

const TITLE_HEIGHT = 16;
const TITLE = { size: 11, weight: "bold", ink: INK.accent } as const;
/** The table of what figures mean is text, and set as such. */
const DEFINITIONS = "definitions";
const NOTE_HEIGHT = 20;
/** A table no higher than this is never torn. */
const WHOLE = 100;
const NOTE = { size: 6.6, ink: INK.soft } as const;

function drawTitle(paper: Paper, title: string): void {
  paper.line(title, CONTENT.left, paper.y, CONTENT.width, TITLE);
  paper.y += TITLE_HEIGHT;
}

/** An office's month has no more pages. */
const MOST_PAGES = 6;

/** Draws a table with its charts and what is to be said of it; `said` holds what was said before and is not repeated. */
function drawTable(paper: Paper, of: PaperTable, language: Language, room: Room, said: Set<string>): void {
  if (of.id === DEFINITIONS) {
    paper.need(TITLE_HEIGHT + DEFINITIONS_BEGIN);
    drawTitle(paper, of.titles[language]);
    drawDefinitions(paper, of, language);
    return;
  }
  const { table, remarks } = printed(of, language, room);
  const charts = chartRows(of.chartsOf);
  const drawn = table === null ? null : new TableOnPaper(paper, table, language, room.lines);
  const shortened = drawn?.isShortened === true ? [FILE_WORDS[language].shortened] : [];
  const first = charts[0];
  const notes = [...of.notes.map((note) => note[language]), ...remarks, ...shortened].filter((note) => !said.has(note));
  const after = notes.reduce((sum, note) => sum + paper.paragraphHeight(note, NOTE, 1), notes.length > 0 ? 4 : 0);
  const together = drawn !== null && drawn.whole <= WHOLE ? drawn.whole + after : (drawn?.beginning ?? NOTE_HEIGHT);
  paper.need(TITLE_HEIGHT + (first === undefined ? together : chartRowHeight(first)));
  drawTitle(paper, of.titles[language]);
  for (const row of charts) drawChartRow(paper, row, language);
  if (drawn !== null) {
    paper.need(drawn.beginning);
    drawn.draw(after);
    paper.y += 4;
  }
  for (const note of notes) {
    paper.paragraph(note, NOTE, 1);
    said.add(note);
  }
  paper.y += 9;
}

/** Between two tables whatever else waits is served: drawing takes tens of milliseconds each. */
const othersServed = () => new Promise(setImmediate);

/**
 * A report on paper, laid out within some room; the lines that run along every page are not there yet. Null when it has
 * more than `most` pages.
 */
async function laidOut(report: Report, language: Language, room: Room, most: number): Promise<Paper | null> {
  const words = FILE_WORDS[language];
  const title = `${words.report}: ${report.place.names[language]}, ${monthText(report.month, language)}`;
  const paper = await Paper.take({ title, asOf: report.asOf, language });
  drawCover(paper, report, language);
  drawHeadlines(paper, report, language);
  const said = new Set<string>();
  for (const table of paperTables(report)) {
    drawTable(paper, table, language, room, said);
    if (paper.pages > most) return null;
    await othersServed();
  }
  for (const note of report.notes) paper.paragraph(note[language], NOTE, 1);
  return paper.pages > most ? null : paper;
}

/** A report on paper: that of an office within the widest room in which it has six pages at most. */
async function laidOutWithin(report: Report, language: Language): Promise<Paper> {
  if (report.place.kind === "office")
    for (const room of ROOMS) {
      const paper = await laidOut(report, language, room, MOST_PAGES);
      if (paper !== null) return paper;
    }
  const room = report.place.kind === "office" ? ROOMS.at(-1) : ROOMS[0];
  return (await laidOut(report, language, room ?? ROOMS[0], Number.POSITIVE_INFINITY)) as Paper;
}

/**
 * A report for printing: A4, its charts as vectors, the letters of its language within the file. The same report gives the
 * same bytes. Of an office with very much to tell, less of each long table is printed, so that it has six pages at most.
 */
export async function* reportPdf(report: Report, language: Language): AsyncGenerator<Uint8Array> {
  const paper = await laidOutWithin(report, language);
  drawRunningLines(paper, report, language);
  paper.doc.end();
  for await (const chunk of paper.doc as unknown as AsyncIterable<Buffer>) yield chunk;
}
