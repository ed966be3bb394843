import type { Dispute, DisputeAnswer, DisputeReason, HelpCall, TargetRecord } from "../../shared/floor.ts";
import type { MyReturn } from "../../shared/myDay.ts";
import type { Day } from "../../shared/time.ts";
import type { OperatorDay } from "../core/operatorDay.ts";
import type { Ticket } from "../core/ticket.ts";

/** What is stored of an office's local day. */
export interface OfficeDay {
  /** All tickets that touch the day. */
  readonly tickets: readonly Ticket[];
  /** The operators' days that reach it, each of its own date. */
  readonly days: readonly OperatorDay[];
}

/** How often an operator was complained about for something. */
export interface Theme {
  readonly operator: string;
  readonly theme: string;
  readonly count: number;
}

/** Reads what the floor shows beside the rows. Each @throws RedisAwayError */
export interface FloorSource {
  officeDay(office: string, day: Day): Promise<OfficeDay>;
  /** What came back of an office's applications on the day, the latest first. */
  returned(office: string, day: Day): Promise<readonly (MyReturn & { readonly operator: string })[]>;
  /** Complaints about an office's operators on the day by theme, the most first. */
  themes(office: string, day: Day): Promise<readonly Theme[]>;
}

/** The history of an office's targets: records are added and never changed. Each @throws RedisAwayError */
export interface TargetStore {
  list(office: string): Promise<readonly TargetRecord[]>;
  add(office: string, record: TargetRecord): Promise<void>;
}

/** What is said about a timing, one entry a saying. */
export type DisputeEntry =
  | {
      readonly said: "disputed";
      readonly id: string;
      readonly operator: string;
      readonly day: string;
      readonly subject: string;
      readonly reason: DisputeReason;
      readonly note: string;
      readonly at: number;
    }
  | { readonly said: "withdrawn"; readonly id: string; readonly at: number }
  | {
      readonly said: "answered";
      readonly id: string;
      readonly answer: DisputeAnswer;
      readonly note: string;
      readonly at: number;
      readonly by: string;
    };

/** Disputes of an office, added to and never changed. Each @throws RedisAwayError */
export interface DisputeStore {
  list(office: string): Promise<readonly Dispute[]>;
  say(office: string, entry: DisputeEntry): Promise<void>;
}

/** What is said about a call for help; an answer may be to a call that the desk's system told. */
export type HelpEntry =
  | { readonly said: "called"; readonly id: string; readonly operator: string; readonly at: number }
  | { readonly said: "answered"; readonly id: string; readonly at: number; readonly by: string }
  | { readonly said: "withdrawn"; readonly id: string; readonly at: number };

/** Calls for help of an office that were made here, and all answers. Each @throws RedisAwayError */
export interface HelpStore {
  list(office: string): Promise<HelpBook>;
  say(office: string, entry: HelpEntry): Promise<void>;
}

/** The calls made here, the oldest first; and who answered which call when, those of the desks included. */
export interface HelpBook {
  readonly calls: readonly HelpCall[];
  readonly answers: ReadonlyMap<string, { readonly at: number; readonly by: string }>;
}
