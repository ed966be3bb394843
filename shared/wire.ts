import { APPLICATION_COUNTS, TICKET_COUNTS, VOICE_COUNTS } from "./counts.ts";
/**
 * The live protocol between server and browser: a client watches scopes; it gets a snapshot with an epoch and a
 * version, then numbered deltas; on a gap or a new epoch it asks for a snapshot again.
 *
 * A view is a set of rows by key. A key tells what the row is about; the part before the first ":" is its kind, and
 * each kind has its list of fields. Rows travel as arrays in the order of these lists.
 */
export const WIRE_VERSION = 1;

/** What can be watched: the country, one region, one office, or how the centre itself is doing. */
export type Scope = "country" | `region:${string}` | `office:${string}` | "status";

/**
 * Figures of one day. Counts are exact; `…Mean`, `…P50`, `…P90`, `…Max` are seconds. Of `signedIn`, `paused` and
 * `serving` a row holds the two terms of a value that is linear in time: at `now` it is
 * `(x + xOpen × (now − day × DAY_MS)) / 1000` seconds.
 */
export const FIGURE_FIELDS = [
  ...APPLICATION_COUNTS,
  "open",
  ...TICKET_COUNTS,
  "withinNorm",
  "paymentPause",
  "waitingN",
  "waitingMean",
  "waitingP50",
  "waitingP90",
  "waitingMax",
  "serviceN",
  "serviceMean",
  "serviceP50",
  "serviceP90",
  "serviceMax",
  "leadN",
  "leadMean",
  "leadP50",
  "leadP90",
  "leadMax",
  "ratingsN",
  "ratingsMean",
  ...VOICE_COUNTS,
  "signedIn",
  "signedInOpen",
  "paused",
  "pausedOpen",
  "serving",
  "servingOpen",
  // the stock of this moment
  "waitingNow", // tickets issued today, neither called nor left nor closed
  "longestWaitSince", // epoch ms of the oldest of them, null when nobody waits
  "beingServed", // tickets called and not closed
  "operatorsFree",
  "operatorsServing",
  "operatorsPaused",
  "operatorsSignedIn",
  // coverage
  "officesExpected",
  "officesReporting", // sent at least one event today
  "officesSilent", // open, and nothing for three minutes
  "oldestEvent", // epoch ms: the oldest of the offices' last events
  "lastEvent", // epoch ms of the newest event
  "missingEvents", // holes in the sequence numbers that are still open
] as const;
export type FigureField = (typeof FIGURE_FIELDS)[number];

/** A quarter of an hour of the day's curve. Sums are ms. */
export const QUARTER_FIELDS = [
  "accepted",
  "rejected",
  "ticketsIssued",
  "called",
  "served",
  "left",
  "waitingN",
  "waitingSum",
  "serviceN",
  "serviceSum",
] as const;
export type QuarterField = (typeof QUARTER_FIELDS)[number];

/** One queue of an office now. */
const QUEUE_FIELDS = ["waiting", "oldest", "called"] as const;
/** A ticket that was called last and is at a desk: which desk, when it was called (epoch ms), of which queue. */
export const CALL_FIELDS = ["desk", "since", "queue"] as const;
/**
 * One desk of an office now: its operator's id is the key. State: `free`, `serving`, `paused`, `away`; `reasonSince` is
 * since when the ticket that is served there is paused.
 */
const DESK_FIELDS = ["desk", "state", "since", "ticket", "reason", "signedInSince", "role", "reasonSince"] as const;
/** One unit against its own limits: rate, what is expected for its mix of services, limits (99.8 %), verdict. */
const COMPARISON_FIELDS = ["n", "events", "rate", "expected", "lower", "upper", "verdict"] as const;
/** Verdict of a comparison: as expected, unusually high or low, or too few cases to say. */
export type Verdict = "expected" | "higher" | "lower" | "few";
/** What a comparison compares. */
export const COMPARED = ["rejectionRate", "withinNormRate", "errorRate"] as const;
export type Compared = (typeof COMPARED)[number];
/** Something that asks for attention: kind, where (`office`/`region` id), value, since when. */
export const ATTENTION_FIELDS = ["kind", "unit", "measure", "value", "since"] as const;
/**
 * An alert that stands; its key is `office/kind`. The value is that of now in the unit of its kind; of one that is a time
 * `growing` is the moment it counts from, and the value is null. Then what the manager says of it, while that holds.
 */
export const ALERT_FIELDS = [
  "id",
  "value",
  "growing",
  "threshold",
  "since",
  "cause",
  "words",
  "action",
  "until",
  "explanation",
] as const;

/** One partition of the event stream: its owner keeps this current. Rates are per second, `lag` in entries. */
const PARTITION_FIELDS = ["lag", "lagMs", "rate", "events", "duplicates", "dead", "owner", "committedAt"] as const;
/** One office's troubles: last event, silent since, missing sequence numbers, dead letters. */
const TROUBLE_FIELDS = ["lastEvent", "silentSince", "missing", "dead"] as const;

/**
 * The kinds of keys and their fields. `total` stands alone, all others carry an id after ":":
 * `region:KZ-71`, `office:KZ-71-01`, `service:passport`, `operator:KZ-71-01-07`, `quarter:38` (0–95 of the local
 * day), `queue:priority`, `call:A-042`, `desk:KZ-71-01-07`, `compare:rejectionRate/KZ-71`, `attention:3`, `alert:KZ-71-01/silent`,
 * `partition:11`, `trouble:KZ-71-01`, `dead:KZ-71-01/unknown-office` (field: count).
 */
export const ROW_KINDS = {
  total: FIGURE_FIELDS,
  region: FIGURE_FIELDS,
  office: FIGURE_FIELDS,
  service: FIGURE_FIELDS,
  operator: FIGURE_FIELDS,
  quarter: QUARTER_FIELDS,
  queue: QUEUE_FIELDS,
  call: CALL_FIELDS,
  desk: DESK_FIELDS,
  compare: COMPARISON_FIELDS,
  attention: ATTENTION_FIELDS,
  alert: ALERT_FIELDS,
  partition: PARTITION_FIELDS,
  trouble: TROUBLE_FIELDS,
  dead: ["count"],
} as const;
export type RowKind = keyof typeof ROW_KINDS;

/** A value on the wire; null is "not known". */
export type Cell = number | string | null;
/** A row on the wire, in the order of its kind's fields. */
export type WireRow = readonly Cell[];

/** All of a scope at one version. `asOf` (epoch ms, the centre's clock): every event stored before it is counted. */
export interface Snapshot {
  readonly wire: typeof WIRE_VERSION;
  readonly scope: Scope;
  readonly epoch: string;
  readonly version: number;
  readonly asOf: number;
  /** The local day that the figures are of. */
  readonly day: number;
  readonly zone: string;
  readonly rows: Readonly<Record<string, WireRow>>;
}

/**
 * What changed between version − 1 and version. `set` brings whole rows, `patch` single cells of rows as
 * [index, value, index, value …], `drop` the keys of rows that are gone.
 */
export interface Delta {
  readonly scope: Scope;
  readonly epoch: string;
  readonly version: number;
  readonly asOf: number;
  readonly set?: Readonly<Record<string, WireRow>>;
  readonly patch?: Readonly<Record<string, readonly Cell[]>>;
  readonly drop?: readonly string[];
  /** Once a second, instead of a message of its own. */
  readonly pulse?: Pulse;
}

/** Once a second to every client, with a delta where there is one: the centre's clock and how far the figures reach. */
export interface Pulse {
  /** The centre's clock, epoch ms. */
  readonly now: number;
  /** The clock's distance from the real time in ms; not 0 means: simulated clock. */
  readonly clockOffset: number;
  /** Everything stored before this moment (epoch ms) is in the figures. */
  readonly asOf: number;
  /** Progress of history that is being laid down, 0–1; null when none is. */
  readonly history: number | null;
}

/** Why a scope can not be watched: a stable id that the client has words for. */
export type WatchProblem = "forbidden" | "unknown-scope" | "too-many-scopes" | "not-ready";
export type WatchAnswer = { readonly snapshot: Snapshot } | { readonly problem: WatchProblem };

export interface ClientToServer {
  /** Joins a scope, or asks for its snapshot again after a gap. */
  watch: (scope: string, answer: (result: WatchAnswer) => void) => void;
  unwatch: (scope: string) => void;
}
export interface ServerToClient {
  delta: (delta: Delta) => void;
  pulse: (pulse: Pulse) => void;
}

/** The kind of a row's key. */
export function kindOf(key: string): RowKind {
  const colon = key.indexOf(":");
  return (colon < 0 ? key : key.slice(0, colon)) as RowKind;
}

/** The id within a row's key: what stands after the first ":". */
export function idOf(key: string): string {
  return key.slice(key.indexOf(":") + 1);
}
