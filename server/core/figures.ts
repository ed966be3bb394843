import type { FigureSet, Rate } from "../../shared/statistics.ts";
import type { Day } from "../../shared/time.ts";
import { DenseTally } from "./denseTally.ts";
import { clearTrack, elapsed, type Track } from "./elapsed.ts";
import { AT, type Counter, emptyMatterRow, emptyRow, mergePackedCounts, type Row } from "./row.ts";
import { quantiles } from "./tally.ts";

/** Rows of several days taken together: times without an end are worth something only by their own day. */
export interface Total {
  /** Of this row the counters alone are used. */
  readonly row: Row;
  waiting: DenseTally | null;
  service: DenseTally | null;
  lead: DenseTally | null;
  /** ms at the desk, in pauses, with tickets. */
  readonly times: Record<Track, number>;
}

/** A total of nothing; one of a matter has no tickets and no times. */
export function emptyTotal(tickets = true): Total {
  const times = { signedIn: 0, paused: 0, serving: 0 };
  return { row: tickets ? emptyRow() : emptyMatterRow(), waiting: null, service: null, lead: null, times };
}

function merged(
  tally: DenseTally | null,
  text: string,
  from: number,
  to: number,
  make: () => DenseTally,
): DenseTally | null {
  if (from >= to) return tally;
  const target = tally ?? make();
  target.mergePacked(text, from, to);
  return target;
}

/**
 * Adds a packed row of a day. `today` is the office-local date of `now` (epoch ms).
 * @param make gives an empty tally
 */
export function addPacked(
  total: Total,
  text: string,
  day: Day,
  today: Day,
  now: number,
  make = () => new DenseTally(),
): void {
  const end = text.indexOf(";");
  const service = text.indexOf(";", end + 1);
  const lead = text.indexOf(";", service + 1);
  const last = mergePackedCounts(total.row.counts, text, end);
  total.waiting = merged(total.waiting, text, end + 1, service, make);
  total.service = merged(total.service, text, service + 1, lead, make);
  total.lead = merged(total.lead, text, lead + 1, text.length, make);
  if (last >= AT.signedIn) addTimes(total, day, today, now);
}

/** Moves the times that the row has of this day into those of the total. */
function addTimes({ row, times }: Total, day: Day, today: Day, now: number): void {
  times.signedIn += Math.max(0, elapsed(row, "signedIn", day, today, now));
  times.paused += Math.max(0, elapsed(row, "paused", day, today, now));
  times.serving += Math.max(0, elapsed(row, "serving", day, today, now));
  clearTrack(row, "signedIn");
  clearTrack(row, "paused");
  clearTrack(row, "serving");
}

/** A share with what it is a share of. */
export function rate(numerator: number, denominator: number): Rate {
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
}

const seconds = (duration: number) => duration / 1000;

/**
 * The figures of a total by their definitions. `tickets` is false for rows of a service or authority: a ticket has
 * none, so what is counted in tickets and desk time is not known there.
 */
export function figuresOf({ row, waiting, service, lead, times }: Total, tickets: boolean): FigureSet {
  const at = (name: Counter) => row.counts[AT[name]] as number;
  const of = (tally: DenseTally | null) => tally?.distribution() ?? quantiles(0, 0, () => []);
  const leg = (name: "acceptedToSent" | "readyToIssued" | "backOffice") => ({
    n: at(`${name}N`),
    seconds: seconds(at(name)),
  });
  const ratings = at("ratingsN");
  return {
    accepted: at("accepted"),
    rejected: at("rejected"),
    returned: at("returned"),
    returnedByOperator: at("returnedByOperator"),
    ready: at("ready"),
    declined: at("declined"),
    issued: at("issued"),
    withdrawn: at("withdrawn"),
    due: at("due"),
    delayed: at("delayed"),
    ticketsIssued: tickets ? at("ticketsIssued") : null,
    called: tickets ? at("called") : null,
    served: tickets ? at("served") : null,
    noShow: tickets ? at("noShow") : null,
    left: tickets ? at("left") : null,
    waitingTime: tickets ? { ...of(waiting), withinNorm: at("withinNorm") } : null,
    withinNorm: tickets ? at("withinNorm") : null,
    serviceTime: tickets ? of(service) : null,
    paymentPause: tickets ? seconds(at("paymentPause")) : null,
    leadTime: { ...of(lead), open: at("open") },
    open: at("open"),
    frontOfficeTime: { acceptedToSent: leg("acceptedToSent"), readyToIssued: leg("readyToIssued") },
    backOfficeTime: leg("backOffice"),
    signedIn: tickets ? seconds(times.signedIn) : null,
    paused: tickets ? seconds(times.paused) : null,
    serving: tickets ? seconds(times.serving) : null,
    ratings: { n: ratings, mean: ratings === 0 ? null : at("ratingsSum") / ratings },
    complaints: at("complaints"),
    thanks: at("thanks"),
    rejectionRate: rate(at("rejected"), at("accepted") + at("rejected")),
    delayedRate: rate(at("delayed"), at("due")),
    errorRate: rate(at("returnedByOperator"), at("accepted")),
    leftRate: tickets ? rate(at("left"), at("ticketsIssued")) : null,
    withinNormRate: tickets ? rate(at("withinNorm"), at("called") + at("left")) : null,
    occupancy: tickets ? rate(seconds(times.serving), seconds(times.signedIn - times.paused)) : null,
  };
}

const NOTHING = figuresOf(emptyTotal(), true);

/** The figures of a row about which nothing was told: all unknown. */
export const UNKNOWN_FIGURES = Object.fromEntries(
  Object.keys(NOTHING).map((name) => [name, null]),
) as unknown as FigureSet;
