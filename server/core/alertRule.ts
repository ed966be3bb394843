import type { AlertEnd } from "../../shared/alerts.ts";

/**
 * What was measured: a number; `unknown` (the figures are not complete just now); `none` (there is nothing to measure:
 * closed, a new day, too few cases, switched off).
 */
export type Reading = number | "unknown" | "none";

/** When to raise and to clear, in the unit of the reading; both must hold for `holdMs`. */
export interface Limits {
  readonly raise: number;
  readonly clear: number;
  readonly holdMs: number;
}

interface Standing {
  /** When the threshold was crossed, epoch ms. */
  readonly since: number;
  readonly raised: number;
  /** The worst reading since. */
  readonly peak: number;
}

/** Where one rule stands at one office. */
export type AlertState =
  | { readonly phase: "quiet" }
  | { readonly phase: "rising"; readonly since: number }
  | ({ readonly phase: "raised" } & Standing)
  | ({ readonly phase: "falling"; readonly below: number } & Standing);

/** What is told: once when it is raised, once when it is over. */
export type AlertEvent =
  | { readonly kind: "raised"; readonly since: number; readonly value: number }
  | { readonly kind: "cleared"; readonly end: AlertEnd; readonly peak: number };

export interface Step {
  readonly state: AlertState;
  readonly event: AlertEvent | null;
}

export const QUIET: AlertState = { phase: "quiet" };

/** Whether the state is one of an alert that stands. */
export function stands(state: AlertState): state is Extract<AlertState, Standing> {
  return state.phase === "raised" || state.phase === "falling";
}

function rise(since: number, value: number, limits: Limits, now: number): Step {
  if (now - since < limits.holdMs) return { state: { phase: "rising", since }, event: null };
  return {
    state: { phase: "raised", since, raised: now, peak: value },
    event: { kind: "raised", since, value },
  };
}

/**
 * One look at a rule (rules G8–G10). A value at or over `raise` must hold before it is told; one at or under `clear` must
 * hold before it is told that it is over; between the two nothing changes. What is unknown proves nothing: it breaks
 * neither what stands nor is it counted as time that held. So an alert is raised once and cleared once.
 */
export function step(state: AlertState, reading: Reading, limits: Limits, now: number): Step {
  if (!stands(state)) {
    if (typeof reading !== "number" || reading < limits.raise) return { state: QUIET, event: null };
    return rise(state.phase === "rising" ? Math.min(state.since, now) : now, reading, limits, now);
  }
  const { since, raised, peak } = state;
  if (reading === "none") return { state: QUIET, event: { kind: "cleared", end: "over", peak } };
  const worst = typeof reading === "number" ? Math.max(peak, reading) : peak;
  const standing =
    worst === peak && state.phase === "raised" ? state : { phase: "raised" as const, since, raised, peak: worst };
  if (reading === "unknown" || reading > limits.clear) return { state: standing, event: null };
  const below = state.phase === "falling" ? Math.min(state.below, now) : now;
  if (now - below >= limits.holdMs) return { state: QUIET, event: { kind: "cleared", end: "below", peak } };
  return { state: state.phase === "falling" ? state : { phase: "falling", below, since, raised, peak }, event: null };
}

/** The state after nobody looked for a while: what held before may not have held in between. */
export function afterGap(state: AlertState): AlertState {
  if (state.phase === "rising") return QUIET;
  if (state.phase !== "falling") return state;
  const { since, raised, peak } = state;
  return { phase: "raised", since, raised, peak };
}
