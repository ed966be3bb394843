import type { Report } from "../../../shared/report.ts";
import { monthText } from "../cellText.ts";
import type { Language } from "../fileFormat.ts";
import { FILE_WORDS } from "../words.ts";
import { INK } from "./palette.ts";
import { CONTENT, PAGE, type Paper } from "./paper.ts";

const SMALL = { size: 7, ink: INK.soft } as const;
const TINY = { size: 5.8, ink: INK.soft } as const;

/** The lines at the top and at the bottom of every page: what the page belongs to, and which of how many it is. */
export function drawRunningLines(paper: Paper, report: Report, language: Language): void {
  const words = FILE_WORDS[language];
  const { left, width } = CONTENT;
  const { count } = paper.doc.bufferedPageRange();
  const head = `${report.place.names[language]} · ${monthText(report.month, language)}`;
  const state = `${words.status[report.status]} · ${words.version.toLowerCase()} ${report.version}`;
  for (let page = 0; page < count; page += 1) {
    paper.doc.switchToPage(page);
    if (page > 0) {
      paper.line(head, left, 32, width, { ...SMALL, weight: "bold" });
      paper.line(state, left, 32, width, { ...SMALL, align: "right" });
      paper.rule(left, 45, left + width, 45);
    }
    const foot = PAGE.height - 34;
    paper.rule(left, foot - 5, left + width, foot - 5);
    paper.line(`SHA-256 ${report.checksum}`, left, foot + 1, width, TINY);
    paper.line(`${page + 1} / ${count}`, left, foot, width, { ...SMALL, align: "right" });
  }
}
