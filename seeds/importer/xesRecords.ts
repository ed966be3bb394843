import { ImportError, type SourceRecord } from "./sourceRecord.ts";
import { XmlReader, type XmlTag } from "./xmlReader.ts";

const ATTRIBUTES: ReadonlySet<string> = new Set([
  "string",
  "date",
  "int",
  "float",
  "boolean",
  "id",
  "list",
  "container",
]);

interface FoundEvent {
  readonly line: number;
  readonly values: Map<string, string>;
}

/**
 * Builds records of the tags of a XES log (IEEE 1849): one for each event. An event's attributes are columns by their
 * key, its trace's by `case:` and the key, the log's by `log:` and the key; an attribute inside of another one by both
 * keys with a slash. A trace without events is a record of its own. Globals, extensions and classifiers say nothing.
 */
class XesBuilder {
  readonly #file: string;
  readonly #log = new Map<string, string>();
  readonly #path: string[] = [];
  #records: SourceRecord[] = [];
  #trace: { line: number; values: Map<string, string>; events: FoundEvent[] } | null = null;
  #event: FoundEvent | null = null;
  #ignored = 0;
  #depth = 0;

  constructor(file: string) {
    this.#file = file;
  }

  take(tag: XmlTag): void {
    if (tag.kind === "close") this.#close(tag.name);
    else this.#open(tag);
  }

  finished(): readonly SourceRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  #open({ name, attributes, line }: Extract<XmlTag, { kind: "open" }>): void {
    this.#depth += 1;
    if (this.#depth === 1 && name !== "log")
      throw new ImportError(
        `${this.#file}, line ${line}: is no XES log, it begins with <${name}>; name a file that begins with <log>.`,
      );
    if (this.#ignored > 0 || name === "global" || name === "extension" || name === "classifier") this.#ignored += 1;
    else if (name === "trace") this.#trace = { line, values: new Map(), events: [] };
    else if (name === "event") this.#event = { line, values: new Map() };
    else if (ATTRIBUTES.has(name)) this.#attribute(attributes, line);
  }

  #attribute(attributes: ReadonlyMap<string, string>, line: number): void {
    const key = attributes.get("key");
    if (key === undefined)
      throw new ImportError(
        `${this.#file}, line ${line}: an attribute has no "key"; every attribute of XES needs one.`,
      );
    this.#path.push(key);
    const value = attributes.get("value");
    if (value === undefined) return;
    const [prefix, values] =
      this.#event !== null
        ? ["", this.#event.values]
        : this.#trace !== null
          ? ["case:", this.#trace.values]
          : ["log:", this.#log];
    const column = `${prefix}${this.#path.join("/")}`;
    if (!values.has(column)) values.set(column, value.trim());
  }

  #close(name: string): void {
    this.#depth -= 1;
    if (this.#ignored > 0) this.#ignored -= 1;
    else if (ATTRIBUTES.has(name)) this.#path.pop();
    else if (name === "event" && this.#event !== null) {
      if (this.#trace === null) this.#emit(this.#event, new Map());
      else this.#trace.events.push(this.#event);
      this.#event = null;
    } else if (name === "trace" && this.#trace !== null) {
      const { line, values, events } = this.#trace;
      const told = events.length > 0 ? events : [{ line, values: new Map<string, string>() }];
      for (const event of told) this.#emit(event, values);
      this.#trace = null;
    }
  }

  #emit({ line, values }: FoundEvent, ofTrace: ReadonlyMap<string, string>): void {
    const log = this.#log;
    this.#records.push({ line, value: (column) => values.get(column) ?? ofTrace.get(column) ?? log.get(column) ?? "" });
  }
}

/** The records of a XES log, some at a time. @throws ImportError naming the line that is no XES */
export async function* xesRecords(text: AsyncIterable<string>, file: string): AsyncGenerator<readonly SourceRecord[]> {
  const reader = new XmlReader(file);
  const builder = new XesBuilder(file);
  for await (const part of text) {
    for (const tag of reader.push(part)) builder.take(tag);
    const records = builder.finished();
    if (records.length > 0) yield records;
  }
  reader.end();
}
