import type { SlotKind } from "../core/book.ts";

/** The number of partitions of a store unless its key `oss:partitions` says otherwise. */
export const DEFAULT_PARTITIONS = 16;
/** Holds the store's number of partitions; never changed on a live store. */
export const PARTITIONS_KEY = "oss:partitions";
/** In which format the store is written. */
export const FORMAT_KEY = "oss:format";

/** Hash by a token's SHA-256: its office; and by `office:<id>`: the SHA-256 of that office's token. */
export const TOKENS_KEY = "oss:{0}:tokens";
/** Sorted set of the processes that share the store, by when they were last heard of (epoch ms). */
export const MEMBERS_KEY = "oss:{0}:members";
/** Stream of who did what, one entry a deed in the field `entry`; and by office what is about it. */
export const AUDIT_KEY = "oss:{0}:audit";
export const auditOfOfficeKey = (office: string) => `${AUDIT_KEY}:office:${office}`;
/** Stands while a look is not taken down again. */
export const auditLookKey = (look: string) => `${AUDIT_KEY}:look:${look}`;

const TABLE = new Uint16Array(256);
for (let byte = 0; byte < 256; byte += 1) {
  let value = byte << 8;
  for (let bit = 0; bit < 8; bit += 1) value = value & 0x8000 ? (value << 1) ^ 0x1021 : value << 1;
  TABLE[byte] = value;
}

/** CRC16 of Redis Cluster (XMODEM: polynomial 0x1021, initial value 0) of a text in UTF-8. */
export function crc16(text: string): number {
  let crc = 0;
  for (const byte of Buffer.from(text)) crc = ((crc << 8) & 0xffff) ^ (TABLE[((crc >> 8) ^ byte) & 0xff] as number);
  return crc;
}

/** The partition of an office. */
export function partitionOf(office: string, partitions = DEFAULT_PARTITIONS): number {
  return crc16(office) % partitions;
}

/** The slot (0–16383) of a Redis Cluster that holds a key: that of its hash tag when it has one. */
export function slotOf(key: string): number {
  const open = key.indexOf("{");
  const close = open < 0 ? -1 : key.indexOf("}", open);
  return crc16(close > open + 1 ? key.slice(open + 1, close) : key) % 16_384;
}

const of = (partition: number, rest: string) => `oss:{${partition}}:${rest}`;

/** The stream of events of a partition, one entry an event in the field `event`. */
export const eventsKey = (partition: number) => of(partition, "events");
/** The stream of entries that are no events, with their reason. */
export const deadKey = (partition: number) => of(partition, "dead");
/** Hash: how many dead letters and refusals, by `office|reason`. */
export const refusedKey = (partition: number) => of(partition, "refused");
/** The capped stream of what each commit changed. */
export const changesKey = (partition: number) => of(partition, "changes");
/** The last stream entry that the stored figures contain. */
export const checkpointKey = (partition: number) => of(partition, "checkpoint");
/** Who owns the partition, with an expiry. */
export const leaseKey = (partition: number) => of(partition, "lease");
/** Sorted set of `office|application` by deadline: what the clock has not reached yet. */
export const dueKey = (partition: number) => of(partition, "due");
/** Hash by `office|producer`: the sequence numbers seen. */
export const seenKey = (partition: number) => of(partition, "seen");
/** Hash by office: last event, last arrival, missing numbers. */
export const officesKey = (partition: number) => of(partition, "offices");
/** Hash by ticket. */
export const ticketsKey = (partition: number, office: string) => of(partition, `tickets:${office}`);
/** Hash by application. */
export const applicationsKey = (partition: number, office: string) => of(partition, `applications:${office}`);
/** Hash by `operator|day`. */
export const operatorDaysKey = (partition: number, office: string) => of(partition, `operator-days:${office}`);
/** Hash by operator: the days of acts. */
export const spinesKey = (partition: number, office: string) => of(partition, `spines:${office}`);
/** Hash by ticket: those that wait or are being served now. */
export const boardKey = (partition: number, office: string) => of(partition, `board:${office}`);
/**
 * Hash of an office's rows of one kind: rows and curves of the office by day, one hash a month; rows of operators,
 * matters and pairs by what they are about, one hash a day.
 */
export const rowsKey = (partition: number, office: string, period: string, kind: SlotKind) =>
  of(partition, `rows:${kind}:${office}:${period}`);
