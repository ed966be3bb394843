import { encodeText, type FileBytes, type Language } from "../fileFormat.ts";
import { type Note, notesXml } from "./notesSheet.ts";
import { PortionReader } from "./portions.ts";
import { SharedTexts } from "./sharedTexts.ts";
import { type Row, type RowPortions, type SheetColumn, sheetXml } from "./sheet.ts";
import { SheetNames } from "./sheetNames.ts";
import { stylesXml } from "./styles.ts";
import { XML_HEAD, xmlText } from "./xml.ts";
import { type ZipPart, zip } from "./zip.ts";

/** A table on its way into a workbook. */
export interface Sheet {
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: RowPortions;
  /** Asked for once all rows are written. */
  readonly total: () => Row | null;
}

/** A workbook: its tables, and the notes, which are asked for once all tables are written. */
export interface Workbook {
  readonly title: string;
  /** When what it states was so (RFC 3339): the date of the file. */
  readonly asOf: string;
  readonly language: Language;
  readonly sheets: readonly Sheet[];
  readonly notesTitle: string;
  readonly notes: () => readonly Note[];
}

/** Facts that fit a sheet beside its headings and its total. */
const MOST_ROWS = 1_048_574;
const TEXTS_PATH = "/xl/sharedStrings.xml";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const items = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`;
}

function workbookXml(names: readonly string[]): string {
  const sheets = names.map((name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  return `${XML_HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="16000"/></bookViews><sheets>${sheets.join("")}</sheets></workbook>`;
}

function contentTypes(sheets: number): string {
  const parts = [
    ["/xl/workbook.xml", `${SPREADSHEET}.sheet.main+xml`],
    ["/xl/styles.xml", `${SPREADSHEET}.styles+xml`],
    [TEXTS_PATH, `${SPREADSHEET}.sharedStrings+xml`],
    ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
    ...Array.from({ length: sheets }, (_, at) => [sheetPath(at), `${SPREADSHEET}.worksheet+xml`]),
  ];
  const overrides = parts.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
  return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;
}

function coreXml({ title, asOf, language }: Workbook): string {
  const date = `${new Date(asOf).toISOString().slice(0, 19)}Z`;
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:language>${language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created></cp:coreProperties>`;
}

function sheetPath(at: number): string {
  return `/xl/worksheets/sheet${at + 1}.xml`;
}

async function* partsOf(workbook: Workbook): AsyncGenerator<ZipPart> {
  const part = (path: string, text: string): ZipPart => ({ name: path.slice(1), content: encodeText([text]) });
  yield part(
    "/_rels/.rels",
    relations([
      [`${OFFICE}/officeDocument`, "xl/workbook.xml"],
      [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
    ]),
  );
  yield part("/docProps/core.xml", coreXml(workbook));
  yield part("/xl/styles.xml", stylesXml(workbook.language));
  const names = new SheetNames();
  const texts = new SharedTexts();
  for (const { title, columns, rows, total } of workbook.sheets) {
    const reader = new PortionReader(rows);
    do {
      const at = names.add(title);
      const content = sheetXml(columns, reader.upTo(MOST_ROWS), total, at === 0, texts);
      yield { name: sheetPath(at).slice(1), content };
    } while (!(await reader.ended()));
  }
  const notes = names.add(workbook.notesTitle);
  yield part(sheetPath(notes), notesXml(workbook.notes()));
  yield { name: TEXTS_PATH.slice(1), content: texts.xml() };
  const sheets = names.all.map((_name, at) => [`${OFFICE}/worksheet`, sheetPath(at)] as const);
  yield part(
    "/xl/_rels/workbook.xml.rels",
    relations([...sheets, [`${OFFICE}/styles`, "/xl/styles.xml"], [`${OFFICE}/sharedStrings`, TEXTS_PATH]]),
  );
  yield part("/xl/workbook.xml", workbookXml(names.all));
  yield part("/[Content_Types].xml", contentTypes(names.all.length));
}

/**
 * An XLSX workbook (ECMA-376), written while its rows are read: no table is ever whole in memory, one that is longer than a
 * sheet goes on on the next.
 */
export function workbookBytes(workbook: Workbook): FileBytes {
  return zip(partsOf(workbook));
}
