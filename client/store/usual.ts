import type { QuarterField, Scope, WireRow } from "../../shared/wire.ts";
import { useFetched } from "./fetched.ts";
import { numberOf } from "./figures.ts";
import type { Entry } from "./rows.ts";

/** What is usual on such a weekday: of each quarter of the day `[quarter, low, middle, high]`. */
export interface Usual {
  readonly day: string;
  /** Of how many past days it is made. */
  readonly weekdays: number;
  readonly quarters: Readonly<Partial<Record<QuarterField, readonly (readonly [number, number, number, number])[]>>>;
}

/** The query of the address that names a scope. */
export function scopeQuery(scope: Scope): string {
  const [kind, id] = scope.split(":");
  return id === undefined ? "" : `&${kind}=${encodeURIComponent(id)}`;
}

/** The usual day of a scope; null until it is known. `day` is 2026-11-23. */
export function useUsual(scope: Scope, day: string | null): Usual | null {
  return useFetched<Usual>(day === null ? null : `/api/usual?day=${day}${scopeQuery(scope)}`, 300_000).data;
}

/** One point of the day: its quarter, the figure (null: not known or still to come) and what is usual. */
export interface DayPoint {
  readonly quarter: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What a curve of the day can show: a count of the quarter, a mean of its cases, or the queue left at its end. */
export type Course =
  | "accepted"
  | "rejected"
  | "ticketsIssued"
  | "served"
  | "left"
  | "waitingMean"
  | "serviceMean"
  | "queue";

const MEANS = { waitingMean: ["waitingSum", "waitingN"], serviceMean: ["serviceSum", "serviceN"] } as const;
/** Quarters that are always shown: nine to eight, the opening hours. */
const OPENS = 36;
const CLOSES = 80;

function courseOf(course: Course, row: WireRow): number | null {
  if (course === "waitingMean" || course === "serviceMean") {
    const [sum, count] = MEANS[course];
    const n = numberOf("quarter", row, count);
    const ms = numberOf("quarter", row, sum);
    return n === null || ms === null || n === 0 ? null : ms / n / 1000;
  }
  if (course === "queue") {
    const issued = numberOf("quarter", row, "ticketsIssued");
    const called = numberOf("quarter", row, "called");
    const left = numberOf("quarter", row, "left");
    return issued === null || called === null || left === null ? null : issued - called - left;
  }
  return numberOf("quarter", row, course);
}

function bandsOf(course: Course, usual: Usual | null): ReadonlyMap<number, readonly [number, number]> {
  if (course === "queue" || course === "waitingMean" || course === "serviceMean") return new Map();
  return new Map((usual?.quarters[course] ?? []).map(([quarter, low, , high]) => [quarter, [low, high]]));
}

/**
 * The day's course up to quarter `now`, over the opening hours and whatever lies beyond them. A count of a quarter
 * that has begun and of which nothing is reported is 0; a mean of nothing is not known.
 */
export function dayCourse(
  quarters: readonly Entry[],
  course: Course,
  usual: Usual | null,
  now: number,
): readonly DayPoint[] {
  const rows = new Map(quarters.map(({ id, row }) => [Number(id), row]));
  const bands = bandsOf(course, usual);
  const known = [...rows.keys(), ...bands.keys()];
  const first = Math.min(OPENS, ...known);
  const last = Math.max(CLOSES - 1, ...known);
  const reported = rows.size > 0;
  let queue = 0;
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const quarter = first + at;
    const row = rows.get(quarter);
    const band = bands.get(quarter);
    let value: number | null = null;
    if (row !== undefined) value = courseOf(course, row);
    else if (reported && quarter <= now && course !== "waitingMean" && course !== "serviceMean") value = 0;
    if (course === "queue" && value !== null) {
      queue += value;
      value = Math.max(0, queue);
    }
    return { quarter, value: quarter <= now ? value : null, low: band?.[0] ?? null, high: band?.[1] ?? null };
  });
}

/** The usual count up to quarter `now`, of the running one the share `part` that has passed; null without a usual day. */
export function usualSoFar(usual: Usual | null, field: QuarterField, now: number, part: number): number | null {
  const band = usual?.quarters[field] ?? [];
  if (usual === null || usual.weekdays === 0 || band.length === 0) return null;
  return band.reduce((sum, [quarter, , middle]) => sum + middle * (quarter < now ? 1 : quarter === now ? part : 0), 0);
}
