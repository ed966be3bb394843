import type { FileBytes } from "../fileFormat.ts";
import { ByteWriter } from "./byteWriter.ts";
import { XML_HEAD, xmlText } from "./xml.ts";

/** Texts that are kept once: ids and names come back on a hundred thousand rows, and there are never so many of them. */
const MOST = 65_536;

/** The texts of a workbook that its cells name by their place. A text beyond the most that are kept stands in its cell. */
export class SharedTexts {
  readonly #places = new Map<string, number>();

  /** The place of a text, null when no more are kept. */
  placeOf(text: string): number | null {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    const place = this.#places.size;
    if (place >= MOST) return null;
    this.#places.set(text, place);
    return place;
  }

  /** All texts kept so far as the part of a workbook. */
  async *xml(): FileBytes {
    const writer = new ByteWriter();
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    writer.text(`${XML_HEAD}<sst xmlns="${main}" uniqueCount="${this.#places.size}">`);
    for (const text of this.#places.keys()) {
      writer.text(`<si><t xml:space="preserve">${xmlText(text)}</t></si>`);
      if (writer.full) yield writer.take();
    }
    writer.text("</sst>");
    yield writer.take();
  }
}
