import type { Demand, Dispute, HelpCall, Inaccurate, Targets } from "./floor.ts";
import type { StaffRole } from "./reference.ts";
import type { FigureSet } from "./statistics.ts";

/** A pause of a ticket, epoch ms; `to` is null while it runs. */
export interface TicketPause {
  readonly from: number;
  readonly to: number | null;
  readonly reason: string;
}

/** One ticket of an operator. Moments are epoch ms, durations seconds; null is not known or not yet. */
export interface MyTicket {
  readonly ticket: string;
  readonly queue: string | null;
  readonly issued: number | null;
  readonly called: number;
  readonly closed: number | null;
  readonly outcome: string | null;
  readonly waited: number | null;
  readonly service: number | null;
  readonly pauses: readonly TicketPause[];
}

/** Something that the operator told the desk's system: signed in, paused, resumed, signed out. */
export interface MyAct {
  readonly at: number;
  readonly act: "sign-in" | "pause" | "resume" | "sign-out";
  readonly reason: string | null;
  readonly desk: string | null;
}

/** One time that an application of the operator was sent back. */
export interface MyReturn {
  readonly application: string;
  readonly service: string;
  readonly authority: string;
  readonly at: number;
  readonly reason: string;
  readonly fault: string;
}

/** The middle of those who worked on the day, the asker among them. Times in seconds. */
export interface TeamMedian {
  readonly people: number;
  readonly accepted: number | null;
  readonly served: number | null;
  readonly serviceTime: number | null;
  readonly returned: number | null;
}

/** So many people must have worked, or the median would tell of single ones. */
export const FEWEST_PEOPLE = 5;

/** The answer of `GET /api/my-day`. */
export interface MyDayAnswer {
  readonly office: string;
  readonly operator: string;
  readonly date: string;
  /** Epoch ms. */
  readonly asOf: number;
  readonly role: StaffRole;
  readonly desk: string | null;
  /** Seconds. */
  readonly shift: number;
  readonly targets: Targets;
  /** The figures of `/api/statistics`; null when nothing is known of the operator on the day. */
  readonly figures: FigureSet | null;
  /** Null when fewer than five people worked. */
  readonly median: TeamMedian | null;
  readonly demand: Demand | null;
  /** When anybody waited in the office, epoch ms, in order; null when it is not known. */
  readonly waiting: readonly (readonly [from: number, to: number])[] | null;
  readonly returned: readonly MyReturn[];
  /** Complaints by theme. */
  readonly themes: readonly { readonly theme: string; readonly count: number }[];
  /** Null when the day's tickets are no longer kept. */
  readonly tickets: readonly MyTicket[] | null;
  readonly acts: readonly MyAct[];
  readonly disputes: readonly Dispute[];
  readonly inaccurate: Inaccurate | null;
  /** Calls for help of the day. */
  readonly help: readonly HelpCall[];
}
