import type { Office } from "../../shared/reference.ts";
import { daysOf, type Month } from "../core/reportMonth.ts";
import { highestOf, unpackSequence } from "../core/sequence.ts";
import {
  MonthSnapshot,
  SNAPSHOT_KINDS,
  type SnapshotKind,
  type StoredOffice,
  type StoredRow,
} from "../reports/monthSnapshot.ts";
import { type Connection, command, type Reply } from "./connection.ts";
import { officesKey, partitionOf, rowsKey, seenKey } from "./keys.ts";
import type { ReaderParts } from "./statisticsReader.ts";
import { isMonthly, periodOf } from "./storedRows.ts";

/** Offices that are read at once. */
const AT_ONCE = 24;

type Told = (done: number, total: number) => void;

/** Several reads as of one moment. They are sent together, so nothing of others comes between. */
async function atOnce(at: Connection, commands: readonly (readonly string[])[]): Promise<Reply[]> {
  const sent = [["MULTI"], ...commands, ["EXEC"]].map((args) => command<Reply>(at, args));
  const settled = await Promise.allSettled(sent);
  const failed = settled.find((each) => each.status === "rejected");
  if (failed !== undefined) throw (failed as PromiseRejectedResult).reason;
  return (settled.at(-1) as PromiseFulfilledResult<Reply>).value as Reply[];
}

interface Hash {
  readonly kind: SnapshotKind;
  readonly period: string;
  /** Null: the fields are days. */
  readonly day: number | null;
}

function hashesOf(month: Month, kinds: readonly SnapshotKind[]): Hash[] {
  return kinds.flatMap((kind): Hash[] =>
    isMonthly(kind)
      ? [{ kind, period: month.id, day: null }]
      : daysOf(month.from, month.to).map((day) => ({ kind, period: periodOf(kind, day), day })),
  );
}

function rowsOf(hashes: readonly Hash[], replies: readonly Reply[]): Record<SnapshotKind, StoredRow[]> {
  const rows: Record<SnapshotKind, StoredRow[]> = { office: [], operator: [], matter: [], cause: [] };
  hashes.forEach(({ kind, day }, at) => {
    const reply = replies[at] as string[];
    for (let field = 0; field < reply.length; field += 2) {
      const name = reply[field] as string;
      rows[kind].push([day ?? Number(name), day === null ? "" : name, reply[field + 1] as string]);
    }
  });
  return rows;
}

/** What the sources of a partition's offices have told and promised, by office. */
async function readSources(parts: ReaderParts, partition: number) {
  const reply = await command<string[]>(await parts.nodes.at(partition), ["HGETALL", seenKey(partition)]);
  const sources = new Map<string, { received: number; promised: number }>();
  for (let at = 0; at < reply.length; at += 2) {
    const name = reply[at] as string;
    const office = name.slice(0, name.indexOf("|"));
    const seen = unpackSequence(reply[at + 1] as string);
    const sum = sources.get(office) ?? { received: 0, promised: 0 };
    sources.set(office, { received: sum.received + seen.size, promised: sum.promised + highestOf(seen) });
  }
  return sources;
}

/**
 * A month of some offices as it stands now: each office in one transaction. With fewer kinds of rows it answers only
 * what they are enough for. @throws RedisAwayError
 */
export async function readMonth(
  parts: ReaderParts,
  offices: readonly Office[],
  month: Month,
  told: Told = () => {},
  kinds: readonly SnapshotKind[] = SNAPSHOT_KINDS,
): Promise<MonthSnapshot> {
  const { nodes, partitions, index, clock } = parts;
  const asOf = clock.now();
  const hashes = hashesOf(month, kinds);
  const partitionsAsked = [...new Set(offices.map(({ id }) => partitionOf(id, partitions)))];
  const sources = new Map(
    (await Promise.all(partitionsAsked.map((partition) => readSources(parts, partition)))).flatMap((each) => [...each]),
  );
  const stored: StoredOffice[] = [];
  const readOffice = async (office: Office): Promise<StoredOffice> => {
    const partition = partitionOf(office.id, partitions);
    const keys = hashes.map(({ kind, period }) => ["HGETALL", rowsKey(partition, office.id, period, kind)]);
    const [state, ...replies] = await atOnce(await nodes.at(partition), [
      ["HGET", officesKey(partition), office.id],
      ...keys,
    ]);
    const [lastEvent = 0, lastArrival = 0, missing = 0] = ((state as string | null) ?? "0|0|0").split("|").map(Number);
    const { received = 0, promised = 0 } = sources.get(office.id) ?? {};
    return { office, rows: rowsOf(hashes, replies), lastEvent, lastArrival, missing, received, promised };
  };
  for (let at = 0; at < offices.length; at += AT_ONCE) {
    stored.push(...(await Promise.all(offices.slice(at, at + AT_ONCE).map(readOffice))));
    told(Math.min(at + AT_ONCE, offices.length), offices.length);
  }
  return new MonthSnapshot(month, asOf, stored, index);
}
