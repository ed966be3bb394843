import type { WireRow } from "../../shared/wire.ts";
import type { Comparisons } from "./comparisons.ts";
import type { LiveOffice } from "./liveOffice.ts";

/** A wait is worth a word when it is this many times the office's norm. */
const LONG_WAIT = 2;
const MOST_PER_KIND = 8;

type Entry = readonly [key: string, row: WireRow];

/** What asks for attention among offices and compared units: rows of `ATTENTION_FIELDS` by key. */
export function attentionOf(offices: readonly LiveOffice[], compared: Comparisons, now: number): Entry[] {
  const unusual: Entry[] = Object.entries(compared).flatMap(([measure, units]) =>
    units
      .filter(({ verdict }) => verdict === "higher" || verdict === "lower")
      .map(({ id, rate }): Entry => [`attention:unusual/${measure}/${id}`, ["unusual", id, measure, rate, null]]),
  );
  const silent = offices
    .filter((live) => live.silentSince !== null)
    .sort((a, b) => (a.silentSince as number) - (b.silentSince as number))
    .map(
      ({ office, silentSince }): Entry => [
        `attention:silent/${office.id}`,
        ["silent", office.id, null, null, silentSince],
      ],
    );
  const waits = offices
    .filter(({ office, stock }) => stock.oldest > 0 && now - stock.oldest > LONG_WAIT * office.waitNormSeconds * 1000)
    .sort((a, b) => a.stock.oldest - b.stock.oldest)
    .map(
      ({ office, stock }): Entry => [
        `attention:longest-wait/${office.id}`,
        ["longest-wait", office.id, null, stock.waiting, stock.oldest],
      ],
    );
  const missing = offices
    .filter((live) => live.missing > 0)
    .sort((a, b) => b.missing - a.missing)
    .map(
      (live): Entry => [`attention:missing/${live.office.id}`, ["missing", live.office.id, null, live.missing, null]],
    );
  return [unusual, silent, waits, missing].flatMap((entries) => entries.slice(0, MOST_PER_KIND));
}
