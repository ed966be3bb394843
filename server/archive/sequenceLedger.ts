import { addSequence, emptySequence, highestOf, missingOf, packSequence, type SequenceSet } from "../core/sequence.ts";
import { decodeEvent } from "../ingest/decode.ts";
import type { ArchivedEntry } from "./archivedDay.ts";

/** A source of which sequence numbers are missing. */
export interface SourceHoles {
  readonly office: string;
  readonly producer: string;
  readonly highest: number;
  readonly missing: number;
  /** What has been seen: `1-4711,4713-4720`. */
  readonly seen: string;
}

/** Which sequence numbers of every source went by, and how many entries were no events or came again. */
export class SequenceLedger {
  readonly #sources = new Map<string, SequenceSet>();
  distinct = 0;
  repeated = 0;
  unreadable = 0;

  /** Takes in entries in any order. */
  add(entries: readonly ArchivedEntry[]): void {
    for (const [, text] of entries) {
      const decoded = decodeEvent(text);
      if (!decoded.ok) this.unreadable += 1;
      else if (this.note(decoded.office, decoded.producer, decoded.sequence)) this.distinct += 1;
      else this.repeated += 1;
    }
  }

  /** Notes a number of a source; false when it was there already. */
  note(office: string, producer: string, sequence: number): boolean {
    const name = `${office}|${producer}`;
    let seen = this.#sources.get(name);
    if (seen === undefined) {
      seen = emptySequence();
      this.#sources.set(name, seen);
    }
    return addSequence(seen, sequence);
  }

  /**
   * How many events the sources have promised by their highest numbers, and how many of these are missing; when what
   * came earlier was left out, each counts from the first number that is there.
   */
  totals(partial: boolean): { readonly promised: number; readonly missing: number } {
    let [promised, missing] = [0, 0];
    for (const seen of this.#sources.values()) {
      const of = highestOf(seen) - (partial ? (seen.bounds[0] ?? 1) - 1 : 0);
      promised += of;
      missing += of - seen.size;
    }
    return { promised, missing };
  }

  /** The sources with holes, by name. */
  holes(): SourceHoles[] {
    return [...this.#sources]
      .filter(([, seen]) => missingOf(seen) > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, seen]) => {
        const bar = name.indexOf("|");
        return {
          ...{ office: name.slice(0, bar), producer: name.slice(bar + 1) },
          ...{ highest: highestOf(seen), missing: missingOf(seen), seen: packSequence(seen) },
        };
      });
  }
}
