import { ALERT_RULES } from "../../shared/alertRules.ts";
import type { AlertKind } from "../../shared/alerts.ts";
import type { Reading } from "./alertRule.ts";

/** What is known of an office at a moment, as far as its alerts need it. Moments are epoch ms, durations ms. */
export interface OfficeNow {
  readonly open: boolean;
  /** Something is known of the running day. */
  readonly told: boolean;
  readonly silentSince: number | null;
  readonly lastEvent: number;
  /** The oldest ticket that waits; 0: nobody waits. */
  readonly oldestWait: number;
  readonly ticketsIssued: number;
  readonly called: number;
  readonly left: number;
  readonly due: number;
  readonly delayed: number;
  readonly serving: number;
  /** Signed in and not paused. */
  readonly available: number;
  readonly missing: number;
}

/** What the last half hour brought, null when nobody has looked for so long. */
export interface OfficeWindow {
  /** By how many people the queue grew: issued less called and left. */
  readonly growth: number;
  /** ms with tickets, and at the desk. */
  readonly serving: number;
  readonly available: number;
}

/** Events that come in this long after they happened are history that is being brought up to date, ms. */
const CATCHING_UP_MS = 180_000;
/** The fewest hours at the desks of which an occupancy is said, ms. */
const FEWEST_AVAILABLE_MS = 1_200_000;

function share(part: number, whole: number, fewest: number): Reading {
  return whole < fewest || whole <= 0 ? "none" : part / whole;
}

/**
 * The value of each kind at an office now (rules G1–G7). While an office is closed nothing is said of its queue; while it
 * is silent or brings history up to date nothing is known of it.
 */
export function readings(
  of: OfficeNow,
  window: OfficeWindow | null,
  now: number,
): Readonly<Record<AlertKind, Reading>> {
  const stale = of.silentSince !== null || now - of.lastEvent > CATCHING_UP_MS;
  const live = (value: () => Reading): Reading => (!of.open ? "none" : !of.told || stale ? "unknown" : value());
  const overWindow = (value: (window: OfficeWindow) => Reading): Reading =>
    live(() => (window === null ? "unknown" : value(window)));
  return {
    silent: !of.open ? "none" : of.silentSince === null ? 0 : (now - of.silentSince) / 1000,
    "longest-wait": live(() => (of.oldestWait === 0 ? 0 : Math.max(0, now - of.oldestWait) / 1000)),
    "queue-growth": overWindow(({ growth }) => growth),
    left: live(() => share(of.left, of.ticketsIssued, ALERT_RULES.left.fewest)),
    occupancy: overWindow(({ serving, available }) =>
      available < FEWEST_AVAILABLE_MS ? "unknown" : Math.min(1, Math.max(0, serving / available)),
    ),
    overdue: of.told ? share(of.delayed, of.due, ALERT_RULES.overdue.fewest) : "none",
    "missing-events": of.missing,
  };
}
