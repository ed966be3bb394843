import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Mapping } from "./mappingSchema.ts";
import { unreadable } from "./textOf.ts";

/**
 * The producer under which a file's events are told. `content`: the mapping's name with a digest of the file and of the
 * mapping, so that the same import again has the same identities and any other has its own. `append`: the name alone,
 * for a file that only grows at its end: of the grown file only what is new counts.
 * @throws ImportError when the file can not be read
 */
export async function producerOf(path: string, mapping: Mapping): Promise<string> {
  if (mapping.numbering === "append") return mapping.name;
  const { about: _, events, ...rest } = mapping;
  const digest = createHash("sha256");
  digest.update(JSON.stringify({ ...rest, events: events.map(({ about: _about, ...event }) => event) }));
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>)
      digest.update(bytes);
  } catch (error) {
    throw unreadable(path, error);
  }
  return `${mapping.name}-${digest.digest("hex").slice(0, 16)}`;
}

/** Gives every event of an office the next number of its source, from 1 on, without holes. */
export class Numbering {
  readonly #last = new Map<string, number>();

  /** The number of the office's next event. */
  next(office: string): number {
    const number = (this.#last.get(office) ?? 0) + 1;
    this.#last.set(office, number);
    return number;
  }
}
