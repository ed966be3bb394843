import { textCell } from "./cell.ts";
import { STYLE } from "./styles.ts";
import { XML_HEAD } from "./xml.ts";

/** A line of the notes: a heading of its own, or a matter and what is said of it. */
export type Note = { readonly heading: string } | { readonly cells: readonly string[]; readonly strong?: boolean };

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const WIDTHS = [34, 44, 16, 90];

/** The sheet that says what a workbook rests on, and what its columns mean. */
export function notesXml(notes: readonly Note[]): string {
  const rows = notes.map((note, index) => {
    const number = index + 1;
    if ("heading" in note)
      return `<row r="${number}" ht="24" customHeight="1">${textCell(`A${number}`, note.heading, STYLE.title)}</row>`;
    const cells = note.cells.map((text, at) => {
      const style = note.strong === true ? STYLE.heading : at === 0 ? STYLE.key : STYLE.wrapped;
      return text === "" ? "" : textCell(`${"ABCD"[at]}${number}`, text, style);
    });
    return `<row r="${number}">${cells.join("")}</row>`;
  });
  const cols = WIDTHS.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  return `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="14"/><cols>${cols.join("")}</cols><sheetData>${rows.join("")}</sheetData><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}
