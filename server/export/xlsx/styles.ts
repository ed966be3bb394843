import type { ColumnKind } from "../../../shared/report.ts";
import type { Language } from "../fileFormat.ts";
import { XML_HEAD, xmlText } from "./xml.ts";

const KINDS: readonly ColumnKind[] = ["text", "count", "seconds", "share", "score", "date", "moment"];
const FIRST_OWN_FORMAT = 164;

/** How a cell looks: `fact` of a table, `total` of it, a heading, or on the sheet of notes. */
export type Look = "fact" | "total";

const SECOND: Readonly<Record<Language, string>> = { kk: "с", ru: "с", en: "s" };

function formatsOf(language: Language): Readonly<Record<ColumnKind, string>> {
  const date = language === "en" ? "yyyy\\-mm\\-dd" : "dd\\.mm\\.yyyy";
  return {
    text: "@",
    count: "#,##0",
    seconds: `#,##0.0" ${SECOND[language]}"`,
    share: "0.0%",
    score: "0.00",
    date,
    moment: `${date}\\ hh:mm:ss`,
  };
}

/** Numbers of the styles in the workbook. */
export const STYLE = { plain: 0, heading: 1, key: 2, wrapped: 3, title: 4 } as const;

/** The number of the style of a cell. */
export function styleOf(kind: ColumnKind, look: Look): number {
  return 5 + KINDS.indexOf(kind) + (look === "total" ? KINDS.length : 0);
}

const FONTS = [
  '<font><sz val="10"/><color rgb="FF1B2430"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="10"/><color rgb="FF1B2430"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="14"/><color rgb="FF12426B"/><name val="Arial"/><family val="2"/></font>',
];
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FF12426B"/><bgColor indexed="64"/></patternFill></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE6EDF4"/><bgColor indexed="64"/></patternFill></fill>',
];
const BORDERS = [
  "<border><left/><right/><top/><bottom/><diagonal/></border>",
  '<border><left/><right/><top style="medium"><color rgb="FF12426B"/></top><bottom/><diagonal/></border>',
];

function counted(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join("")}</${name}>`;
}

/** The styles of a workbook in a language: numbers, shares, durations, dates; facts, totals, headings and notes. */
export function stylesXml(language: Language): string {
  const formats = formatsOf(language);
  const own = KINDS.map(
    (kind, at) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + at}" formatCode="${xmlText(formats[kind])}"/>`,
  );
  const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
  const text = (font: number, fill: number, alignment: string) =>
    `<xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment ${alignment}/></xf>`;
  const cells = (["fact", "total"] as const).flatMap((look) =>
    KINDS.map((_kind, at) => {
      const [font, fill, border] = look === "total" ? [1, 3, 1] : [0, 0, 0];
      return `<xf numFmtId="${FIRST_OWN_FORMAT + at}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"/>`;
    }),
  );
  const looks = [
    plain,
    text(2, 2, 'horizontal="left" vertical="center" wrapText="1"'),
    text(1, 0, 'vertical="top"'),
    text(0, 0, 'vertical="top" wrapText="1"'),
    text(3, 0, 'vertical="center"'),
    ...cells,
  ];
  return `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${counted("numFmts", own)}${counted("fonts", FONTS)}${counted("fills", FILLS)}${counted("borders", BORDERS)}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${counted("cellXfs", looks)}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}
