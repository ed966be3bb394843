import { ImportError } from "./sourceRecord.ts";

/** A tag of an XML text. */
export type XmlTag =
  | {
      readonly kind: "open";
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly line: number;
    }
  | { readonly kind: "close"; readonly name: string };

/** What stands between two tags, or a tag, that is longer than this many characters is a mistake. */
const LONGEST = 1 << 24;
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", apos: "'", quot: '"' };
const NAME = /^[\p{L}_][\p{L}\p{N}_.:-]*/u;
const ATTRIBUTE = /\s+([\p{L}_][\p{L}\p{N}_.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;

const localName = (name: string) => name.slice(name.lastIndexOf(":") + 1);

/**
 * Reads the tags of an XML text in parts of any size. Comments, instructions, CDATA and text between tags are passed
 * over; namespace prefixes of elements and attributes are cut; entities of a document type are not expanded.
 */
export class XmlReader {
  readonly #file: string;
  #rest = "";
  #line = 1;
  #open: string[] = [];
  #begun = false;
  #tags: XmlTag[] = [];

  /** @param file the name that errors carry */
  constructor(file: string) {
    this.#file = file;
  }

  /** The tags that are complete with this part of the text. @throws ImportError naming the line that is no XML */
  push(text: string): readonly XmlTag[] {
    this.#rest += text;
    let at = 0;
    for (;;) {
      const next = this.#skipText(at);
      if (next < 0) {
        at = this.#rest.length;
        break;
      }
      at = next;
      const end = this.#endOf(at);
      if (end < 0) break;
      this.#take(this.#rest.slice(at, end));
      at = end;
    }
    this.#rest = this.#rest.slice(at);
    if (this.#rest.length > LONGEST) throw this.#error("something begins here that does not end; close it");
    const tags = this.#tags;
    this.#tags = [];
    return tags;
  }

  /** Says that the text is over. @throws ImportError when it ends inside of an element */
  end(): void {
    const within = this.#open.at(-1);
    if (within !== undefined || this.#rest.trim() !== "")
      throw this.#error(`the file ends within <${within ?? "a tag"}>; it is cut off, fetch it again`);
    if (!this.#begun) throw new ImportError(`${this.#file}: holds no XML element; is it the right file?`);
  }

  #error(what: string): ImportError {
    return new ImportError(`${this.#file}, line ${this.#line}: ${what}.`);
  }

  #countLines(text: string): void {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#line += 1;
  }

  /** Where the next markup begins, or −1; outside of the root only blanks may stand. */
  #skipText(from: number): number {
    const at = this.#rest.indexOf("<", from);
    const text = this.#rest.slice(from, at < 0 ? this.#rest.length : at);
    if (this.#open.length === 0 && text.trim() !== "")
      throw this.#error("text stands outside of any element; this is no XML, is it the right file?");
    this.#countLines(text);
    return at;
  }

  /** Where the markup that begins at `at` ends, or −1 when that is not here yet. */
  #endOf(at: number): number {
    const rest = this.#rest;
    const after = (mark: string, from: number) => {
      const found = rest.indexOf(mark, from);
      return found < 0 ? -1 : found + mark.length;
    };
    if (rest.length - at < 9 && "<![CDATA[".startsWith(rest.slice(at))) return -1;
    if (rest.startsWith("<!--", at)) return after("-->", at + 4);
    if (rest.startsWith("<![CDATA[", at)) return after("]]>", at + 9);
    if (rest.startsWith("<?", at)) return after("?>", at + 2);
    const nested = rest.startsWith("<!", at);
    let quote = "";
    let depth = 0;
    for (let here = at + 1; here < rest.length; here += 1) {
      const letter = rest[here] as string;
      if (quote !== "") {
        if (letter === quote) quote = "";
      } else if (letter === '"' || letter === "'") quote = letter;
      else if (nested && letter === "[") depth += 1;
      else if (nested && letter === "]") depth -= 1;
      else if (letter === ">" && depth === 0) return here + 1;
    }
    return -1;
  }

  #take(markup: string): void {
    if (markup.startsWith("</")) this.#close(markup.slice(2, -1).trim());
    else if (!markup.startsWith("<!") && !markup.startsWith("<?")) this.#openTag(markup);
    this.#countLines(markup);
  }

  #close(full: string): void {
    const open = this.#open.pop();
    if (open !== full)
      throw this.#error(`</${full}> closes ${open === undefined ? "nothing" : `<${open}>`}; the file is damaged`);
    this.#tags.push({ kind: "close", name: localName(full) });
  }

  #openTag(markup: string): void {
    const empty = markup.endsWith("/>");
    const inner = markup.slice(1, empty ? -2 : -1);
    const full = NAME.exec(inner)?.[0];
    if (full === undefined) throw this.#error("a < begins no tag; write &lt; where the sign itself is meant");
    if (this.#open.length === 0 && this.#begun) throw this.#error("a second root element begins; the file is damaged");
    this.#begun = true;
    const attributes = new Map<string, string>();
    ATTRIBUTE.lastIndex = full.length;
    let end = full.length;
    for (let found = ATTRIBUTE.exec(inner); found !== null; found = ATTRIBUTE.exec(inner)) {
      attributes.set(localName(found[1] as string), this.#decode(found[2] ?? found[3] ?? ""));
      end = ATTRIBUTE.lastIndex;
    }
    if (inner.slice(end).trim() !== "") throw this.#error(`an attribute of <${full}> is not written as name="value"`);
    const name = localName(full);
    this.#tags.push({ kind: "open", name, attributes, line: this.#line });
    if (empty) this.#tags.push({ kind: "close", name });
    else this.#open.push(full);
  }

  #decode(text: string): string {
    const blank = /[\t\r\n]/.test(text) ? text.replace(/\r\n|[\t\r\n]/g, " ") : text;
    if (!blank.includes("&")) return blank;
    return blank.replace(/&(#x[0-9A-Fa-f]{1,6}|#[0-9]{1,7}|[A-Za-z]+);|&/g, (whole, name: string | undefined) => {
      if (name?.startsWith("#")) {
        const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
        if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
      }
      const letter = name === undefined || !Object.hasOwn(ENTITIES, name) ? undefined : ENTITIES[name];
      if (letter === undefined)
        throw this.#error(`${whole} is no entity of XML; write &amp; where the sign itself is meant`);
      return letter;
    });
  }
}
