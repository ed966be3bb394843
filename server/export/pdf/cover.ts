import type { Report } from "../../../shared/report.ts";
import { cellText, momentText, monthText } from "../cellText.ts";
import type { Language } from "../fileFormat.ts";
import { FILE_WORDS } from "../words.ts";
import { INK } from "./palette.ts";
import { CONTENT, PAGE, type Paper } from "./paper.ts";

const FACT_LABEL = { size: 6.8, ink: INK.soft } as const;
const FACT = { size: 8.4 } as const;

/** What a report rests on, in pairs. */
function facts(report: Report, language: Language): (readonly [string, string])[] {
  const words = FILE_WORDS[language];
  const count = (value: number) => cellText(value, "count", language);
  const { coverage, events } = report;
  return [
    [words.asOf, momentText(report.asOf, language)],
    [words.coverage, words.reporting(coverage.reporting, coverage.expected)],
    events === null
      ? [words.missingEvents, count(coverage.missingEvents)]
      : [words.events, words.ofPromised(count(events.received), count(events.promised))],
  ];
}

/** The head of the first page: whose month it is, how far it can be trusted. */
export function drawCover(paper: Paper, report: Report, language: Language): void {
  const words = FILE_WORDS[language];
  const { left, width } = CONTENT;
  paper.y = 32;
  paper.box(0, 0, PAGE.width, 6, INK.accent);
  paper.line(words.report.toUpperCase(), left, paper.y, width, { size: 8, weight: "bold", ink: INK.accent });
  paper.y += 15;
  const title = { size: 20, weight: "bold" } as const;
  const name = report.place.names[language];
  const begun = name.charAt(0).toUpperCase() + name.slice(1);
  for (const line of paper.linesOf(begun, width, title)) {
    paper.line(line, left, paper.y, width, title);
    paper.y += 25;
  }
  paper.line(monthText(report.month, language), left, paper.y, width, { size: 13, ink: INK.soft });
  const state = `${words.status[report.status]} · ${words.version.toLowerCase()} ${report.version}`;
  const badge = { size: 8.4, weight: "bold" } as const;
  const wide = paper.widthOf(state, badge) + 16;
  const firm = report.status !== "provisional";
  paper.doc
    .roundedRect(left + width - wide, paper.y - 1, wide, 18, 4)
    .lineWidth(1)
    .fillAndStroke(firm ? INK.accent : INK.white, INK.accent);
  paper.line(state, left + width - wide, paper.y + 3, wide, {
    ...badge,
    ink: firm ? INK.white : INK.accent,
    align: "center",
  });
  paper.y += 26;
  paper.rule(left, paper.y, left + width, paper.y);
  paper.y += 8;
  const pairs = facts(report, language);
  const column = width / pairs.length;
  for (const [at, [label, value]] of pairs.entries()) {
    const x = left + at * column;
    paper.line(label, x, paper.y, column - 8, FACT_LABEL);
    for (const [row, line] of paper.linesOf(value, column - 8, FACT).entries())
      paper.line(line, x, paper.y + 10 + row * 11, column - 8, FACT);
  }
  paper.y += 33;
  paper.rule(left, paper.y - 4, left + width, paper.y - 4);
  paper.y += 8;
}
