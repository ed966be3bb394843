import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { hyphenPlaces } from "./hyphenation.ts";
import { INK } from "./palette.ts";

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89, left: 42, right: 42, top: 62, bottom: 52 } as const;
/** Where content begins, ends, and how wide it is. */
export const CONTENT = {
  left: PAGE.left,
  top: PAGE.top,
  bottom: PAGE.height - PAGE.bottom,
  width: PAGE.width - PAGE.left - PAGE.right,
} as const;

export type Weight = "regular" | "bold";

/** How a text is set: size in points, weight, ink, and where it stands within its width. */
export interface TextLook {
  readonly size: number;
  readonly weight?: Weight;
  readonly ink?: string;
  readonly align?: "left" | "right" | "center";
}

const FONTS: Readonly<Record<Weight, string>> = {
  regular: "dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf",
  bold: "dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf",
};
const fontFiles = new Map<Weight, Buffer>();

/** The fonts hold every letter of Kazakh, Russian and English; only the letters that are used go into a file. */
function fontFile(weight: Weight): Buffer {
  let file = fontFiles.get(weight);
  if (file === undefined) {
    file = readFileSync(createRequire(import.meta.url).resolve(FONTS[weight]));
    fontFiles.set(weight, file);
  }
  return file;
}

/** Paper that is written on from the top to the bottom, page after page. */
export class Paper {
  readonly doc: PDFKit.PDFDocument;
  /** Where the next thing goes, points from the top of the page. */
  y: number = CONTENT.top;

  constructor(doc: PDFKit.PDFDocument) {
    this.doc = doc;
  }

  /** Takes empty paper. What writes PDF is loaded with the first sheet, not with the server. */
  static async take(info: {
    readonly title: string;
    readonly asOf: string;
    readonly language: string;
  }): Promise<Paper> {
    const { default: PDFDocument } = await import("pdfkit");
    const date = new Date(info.asOf);
    const doc = new PDFDocument({
      size: [PAGE.width, PAGE.height],
      margin: 0,
      bufferPages: true,
      lang: info.language,
      displayTitle: true,
      font: "",
      info: { Title: info.title, CreationDate: date, ModDate: date },
    });
    doc.registerFont("regular", fontFile("regular"));
    doc.registerFont("bold", fontFile("bold"));
    return new Paper(doc);
  }

  /** How many pages are written on so far. */
  get pages(): number {
    return this.doc.bufferedPageRange().count;
  }

  /** The height that is left on the page. */
  get left(): number {
    return CONTENT.bottom - this.y;
  }

  /** Goes to a new page unless so much height is left. True when it did. */
  need(height: number): boolean {
    if (height <= this.left) return false;
    this.newPage();
    return true;
  }

  /** Goes to a new page. */
  newPage(): void {
    this.doc.addPage();
    this.y = CONTENT.top;
  }

  /** The width of a text on one line. */
  widthOf(text: string, { size, weight = "regular" }: TextLook): number {
    return this.doc.font(weight).fontSize(size).widthOfString(text);
  }

  /** A text that ends with an ellipsis where it is too long for a line of a width; `always`: more of it follows anyway. */
  shortened(text: string, width: number, look: TextLook, always = false): string {
    if (!always && this.widthOf(text, look) <= width) return text;
    const letters = [...text];
    while (letters.length > 0 && this.widthOf(`${letters.join("")}…`, look) > width) letters.pop();
    return `${letters.join("").trimEnd()}…`;
  }

  /** A text in lines that fit a width; a word that is too long for a line is broken where it may be, else just cut. */
  linesOf(text: string, width: number, look: TextLook): string[] {
    const lines: string[] = [];
    let line = "";
    for (const word of text.split(/[ \n]+/)) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (this.widthOf(longer, look) <= width) {
        line = longer;
        continue;
      }
      if (line !== "") lines.push(line);
      line = word;
      while (this.widthOf(line, look) > width && line.length > 1) {
        const part = this.#beginning(line, width, look);
        lines.push(part.text);
        line = line.slice(part.letters);
      }
    }
    lines.push(line);
    return lines;
  }

  #beginning(word: string, width: number, look: TextLook): { readonly text: string; readonly letters: number } {
    for (const letters of hyphenPlaces(word).reverse()) {
      const text = `${word.slice(0, letters)}-`;
      if (this.widthOf(text, look) <= width) return { text, letters };
    }
    let letters = word.length - 1;
    while (letters > 1 && this.widthOf(word.slice(0, letters), look) > width) letters -= 1;
    return { text: word.slice(0, letters), letters };
  }

  /** Writes one line with its top at `y`. */
  line(text: string, x: number, y: number, width: number, look: TextLook): void {
    const { size, weight = "regular", ink = INK.text, align = "left" } = look;
    const free = align === "left" ? 0 : width - this.widthOf(text, look);
    const shift = align === "center" ? free / 2 : free;
    this.doc
      .font(weight)
      .fontSize(size)
      .fillColor(ink)
      .text(text, x + shift, y, { lineBreak: false });
  }

  /** Writes a text where the paper stands, in as many lines as it needs, and goes on below it. */
  paragraph(text: string, look: TextLook, gap = 0): void {
    const lines = this.linesOf(text, CONTENT.width, look);
    for (const line of lines) {
      this.need(look.size * 1.4);
      this.line(line, CONTENT.left, this.y, CONTENT.width, look);
      this.y += look.size * 1.4;
    }
    this.y += gap;
  }

  /** The height that a paragraph takes. */
  paragraphHeight(text: string, look: TextLook, gap = 0): number {
    return this.linesOf(text, CONTENT.width, look).length * look.size * 1.4 + gap;
  }

  /** A straight line. */
  rule(x1: number, y1: number, x2: number, y2: number, ink: string = INK.rule, thickness = 0.5): void {
    this.doc.moveTo(x1, y1).lineTo(x2, y2).lineWidth(thickness).strokeColor(ink).stroke();
  }

  /** A filled rectangle. */
  box(x: number, y: number, width: number, height: number, ink: string): void {
    this.doc.rect(x, y, width, height).fillColor(ink).fill();
  }
}
