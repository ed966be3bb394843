import { type Demand, type FloorOperator, type TargetVerdict, verdictOf } from "../../shared/floor.ts";
import type { Desk } from "../store/desks.ts";
import { figure, secondsAt } from "../store/figures.ts";

/** What a desk does, in the words of the floor: the wait for a payment is a state of its own. */
export type FloorState = "free" | "serving" | "payment" | "held" | "paused" | "help" | "away";

/** What a desk does now. */
export function floorState({ state, reason }: Pick<Desk, "state" | "reason">): FloorState {
  if (state === "serving") return reason === "payment" ? "payment" : reason === null ? "serving" : "held";
  if (state === "paused") return reason === "help" ? "help" : "paused";
  return state;
}

/** A desk's work of the day against its target. */
export interface DeskWork {
  readonly accepted: number | null;
  readonly served: number | null;
  readonly returned: number | null;
  readonly target: number | null;
  readonly demand: Demand | null;
  readonly verdict: TargetVerdict | null;
  /** So many clients have been served that the operator may leave; null while not, or where there is no such rule. */
  readonly mayLeave: number | null;
}

/** The work at a desk, out of the live row and what the floor knows beside it, at `now` (epoch ms). */
export function deskWork(desk: Desk, of: FloorOperator | undefined, now: number | null, day: number | null): DeskWork {
  const accepted = figure(desk.figures, "accepted");
  const served = figure(desk.figures, "served");
  const target = of?.targets["documents-a-day"] ?? null;
  const demand = of?.demand ?? null;
  const signedIn = now === null || day === null ? null : secondsAt(desk.figures, "signedIn", now, day);
  const early = of?.targets["early-leave"] ?? null;
  return {
    accepted,
    served,
    returned: figure(desk.figures, "returned"),
    target,
    demand,
    verdict: verdictOf({ accepted, target, signedIn, shift: of?.shift ?? 0, demand }),
    mayLeave: early !== null && served !== null && served >= early ? early : null,
  };
}
