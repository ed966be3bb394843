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
/** Hash by id: the accounts. */
export const ACCOUNTS_KEY = "oss:{0}:accounts";
/** Hash by the SHA-256 of a screen's token: the screen. */
export const SCREENS_KEY = "oss:{0}:screens";
/** Before the id of a session. */
export const SESSION_PREFIX = "oss:{0}:session:";
/** How many sign-ins were tried, with an expiry. */
export const triesKey = (what: string) => `oss:{0}:tries:${what}`;
/** Hash by month, kind of place and place: totals that were taken over from an old system, which no events made. */
export const IMPORTED_TOTALS_KEY = "oss:{0}:imported-totals";
/** Stream of who did what, one entry a deed in the field `entry`; and by office what is about it. */
export const AUDIT_KEY = "oss:{0}:audit";
export const auditOfOfficeKey = (office: string) => `${AUDIT_KEY}:office:${office}`;
/** Stands while a look is not taken down again. */
export const auditLookKey = (look: string) => `${AUDIT_KEY}:look:${look}`;

/** Held by the one process that raises alerts, with an expiry. */
export const ALERT_LEASE_KEY = "oss:{0}:alerts:lease";
/** Hash by `office|kind`: where a rule stands that is not quiet; and when somebody last looked (epoch ms). */
export const ALERT_STATES_KEY = "oss:{0}:alerts:states";
export const ALERT_LOOKED_KEY = "oss:{0}:alerts:looked";
/** Hash by id: alerts that stand; and all that were raised on a day (days since 1970, UTC). */
export const ALERTS_OPEN_KEY = "oss:{0}:alerts:open";
export const alertsOfDayKey = (day: number) => `oss:{0}:alerts:day:${day}`;
/** Counts the changes of alerts, explanations and rules. */
export const ALERTS_VERSION_KEY = "oss:{0}:alerts:version";
/** Hash by `place|kind`: settings of the rules; and the list of their changes, the latest first. */
export const ALERT_RULES_KEY = "oss:{0}:alerts:rules";
export const ALERT_RULE_CHANGES_KEY = "oss:{0}:alerts:rule-changes";
/** Hash by id: explanations; and a sorted set of them by the end of their time (epoch ms). */
export const EXPLANATIONS_KEY = "oss:{0}:explanations";
export const EXPLANATIONS_UNTIL_KEY = "oss:{0}:explanations:until";
/** Hash by place: webhooks. */
export const WEBHOOKS_KEY = "oss:{0}:webhooks";
/** Hash by id: deliveries; sorted sets of those that wait by their next attempt, and of all of a place by their making. */
export const DELIVERIES_KEY = "oss:{0}:webhooks:deliveries";
export const DELIVERIES_DUE_KEY = "oss:{0}:webhooks:due";
export const deliveriesOfKey = (place: string) => `oss:{0}:webhooks:of:${place}`;

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
/** Hash: the identity of the folder that holds the partition's archive (`folder`), and the last day that may be trimmed (`trimmed`). */
export const archiveKey = (partition: number) => of(partition, "archive");
/** Held by the process that archives the partition, with an expiry. */
export const archivingKey = (partition: number) => of(partition, "archiving");
/** Hash by office and two letters of a digest: marks of tickets and applications whose records are kept no longer. */
export const droppedKey = (partition: number, office: string) => of(partition, `dropped:${office}`);
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
/** Hash by application: those that somebody still has in hand, in short. */
export const openKey = (partition: number, office: string) => of(partition, `open:${office}`);
/** Set of the applications that an authority ever sent back. */
export const returnedKey = (partition: number, office: string) => of(partition, `returned:${office}`);
/** Hash by `operator|day`. */
export const operatorDaysKey = (partition: number, office: string) => of(partition, `operator-days:${office}`);
/** Hash by operator: the days of acts. */
export const spinesKey = (partition: number, office: string) => of(partition, `spines:${office}`);
/** List of an office's targets as they were set; streams of what was said about timings, and of calls for help. */
export const targetsKey = (partition: number, office: string) => of(partition, `targets:${office}`);
export const disputesKey = (partition: number, office: string) => of(partition, `disputes:${office}`);
export const helpKey = (partition: number, office: string) => of(partition, `help:${office}`);
/** Hash by ticket: those that wait or are being served now. */
export const boardKey = (partition: number, office: string) => of(partition, `board:${office}`);
/**
 * Hash of an office's rows of one kind: rows and curves of the office by day, one hash a month; rows of operators,
 * matters and pairs by what they are about, one hash a day.
 */
export const rowsKey = (partition: number, office: string, period: string, kind: SlotKind) =>
  of(partition, `rows:${kind}:${office}:${period}`);

/** Hash by `month|version`: the closed versions of months; and of each the hash of its parts by name. */
export const CLOSINGS_KEY = "oss:{0}:closings";
export const closedKey = (month: string, version: number) => `oss:{0}:closed:${month}:${version}`;
/** Hash of the parts of a version that is being made, with an expiry. */
export const closingDraftKey = (draft: string) => `oss:{0}:closing:${draft}`;
/** Set of `month|version`: versions whose files are written. */
export const FILED_KEY = "oss:{0}:closed-filed";
/** Held by the one process that closes a month, or writes its files, with an expiry; and how far the closing is. */
export const closingLeaseKey = (work: string) => `oss:{0}:${work}-lease`;
export const CLOSING_PROGRESS_KEY = "oss:{0}:closing-progress";
