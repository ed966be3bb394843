import { localDay } from "../../shared/time.ts";
import type { Book } from "../core/book.ts";
import { elapsed } from "../core/elapsed.ts";
import { COUNTERS, type Row } from "../core/row.ts";
import { distribution, type Tally } from "../core/tally.ts";
import type { NaiveRow } from "./naive.ts";

const TRACKS = ["signedIn", "paused", "serving"] as const;
const HIDDEN = new Set<string>([
  "unknown",
  ...TRACKS.flatMap((track) => ["Open", "Start", "Last"].map((end) => track + end)),
]);

function exactly(rank: number, sorted: readonly number[]): number {
  return sorted[Math.max(0, Math.ceil(rank * sorted.length) - 1)] as number;
}

function differences(what: string, tally: Tally | null, durations: readonly number[]): string[] {
  const found: string[] = [];
  const got = distribution(tally ?? { n: 0, sum: 0, buckets: [] });
  if (got.n !== durations.length) return [`${what}.n is ${got.n}, not ${durations.length}`];
  if (got.n === 0) return found;
  const sorted = [...durations].sort((a, b) => a - b);
  const sum = durations.reduce((a, b) => a + b, 0);
  if (tally?.sum !== sum) found.push(`${what}.sum is ${tally?.sum}, not ${sum}`);
  for (const [name, rank] of [
    ["p50", 0.5],
    ["p90", 0.9],
    ["max", 1],
  ] as const) {
    const expected = exactly(rank, sorted) / 1000;
    if (Math.abs((got[name] as number) - expected) > expected * 0.01)
      found.push(`${what}.${name} is ${got[name]}, more than 1 % from ${expected}`);
  }
  return found;
}

function compareRow(
  key: string,
  row: Row | undefined,
  naive: NaiveRow | undefined,
  day: number,
  today: number,
  now: number,
) {
  const found: string[] = [];
  for (const [at, name] of COUNTERS.entries()) {
    if (HIDDEN.has(name)) continue;
    const track = TRACKS.find((each) => each === name);
    const got = row === undefined ? 0 : track ? elapsed(row, track, day, today, now) : (row.counts[at] as number);
    const expected = naive?.counts[name] ?? 0;
    if (got !== expected) found.push(`${key} ${name} is ${got}, not ${expected}`);
  }
  for (const which of ["waiting", "service", "lead"] as const)
    found.push(...differences(`${key} ${which}`, row?.[which] ?? null, naive?.[which] ?? []));
  return found;
}

/** The row with every counter: a matter's lacks those of tickets and desk time. */
function whole(row: Row): Row {
  return { ...row, counts: COUNTERS.map((_, at) => row.counts[at] ?? 0) };
}

/** The rows of a book by the keys of `naiveRows`. */
export function rowsOf(book: Book): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const { day, office, operators, matters, pairs } of book.days.values()) {
    rows.set(`${day}`, office.value);
    for (const [operator, { value }] of operators) rows.set(`${day}/${operator}`, value);
    for (const [matter, { value }] of matters) rows.set(`${day}//${matter}`, whole(value));
    for (const [operator, of] of pairs)
      for (const [matter, { value }] of of) rows.set(`${day}/${operator}/${matter}`, whole(value));
  }
  return rows;
}

/** Every difference between rows and the naive ones, in words; empty when the law holds. */
export function compareRows(
  rows: ReadonlyMap<string, Row>,
  naive: ReadonlyMap<string, NaiveRow>,
  zone: string,
  now: number,
): string[] {
  const today = localDay(now, zone);
  const keys = new Set([...rows.keys(), ...naive.keys()]);
  return [...keys].flatMap((key) =>
    compareRow(key, rows.get(key), naive.get(key), Number(key.split("/")[0]), today, now),
  );
}
