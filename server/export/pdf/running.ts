import type { Report } from "../../../shared/report.ts";
import { monthText } from "../cellText.ts";
import type { Language } from "../fileFormat.ts";
import { FILE_WORDS } from "../words.ts";
import { INK } from "./palette.ts";
import { CONTENT, PAGE, type Paper } from "./paper.ts";

const SMALL = { size: 7, ink: INK.soft } as const;
/** The room between what stands on the left and what stands on the right of a page's head. */
const BETWEEN = 12;
const TINY = { size: 5.8, ink: INK.soft } as const;

/** The lines at the top and at the bottom of every page: what the page belongs to, and which of how many it is. */
export function drawRunningLines(paper: Paper, report: Report, language: Language): void {
  const words = FILE_WORDS[language];
  const { left, width } = CONTENT;
  const { count } = paper.doc.bufferedPageRange();
  const month = ` · ${monthText(report.month, language)}`;
  const state = `${words.status[report.status]} · ${words.version.toLowerCase()} ${report.version}`;
  const bold = { ...SMALL, weight: "bold" } as const;
  const free = width - paper.widthOf(month, bold) - paper.widthOf(state, SMALL) - BETWEEN;
  const head = paper.shortened(report.place.names[language], free, bold) + month;
  for (let page = 0; page < count; page += 1) {
    paper.doc.switchToPage(page);
    if (page > 0) {
      paper.line(head, left, 32, width, bold);
      paper.line(state, left, 32, width, { ...SMALL, align: "right" });
      paper.rule(left, 45, left + width, 45);
    }
    const foot = PAGE.height - 34;
    paper.rule(left, foot - 5, left + width, foot - 5);
    paper.line(`SHA-256 ${report.checksum}`, left, foot + 1, width, TINY);
    paper.line(`${page + 1} / ${count}`, left, foot, width, { ...SMALL, align: "right" });
  }
}
