import { type Application, clockStop, type Return } from "./application.ts";
import { happened, NEVER } from "./moment.ts";

/** A step on the way of an open application: it was sent, received, sent back by somebody's fault, or is ready. */
export type Step = "sent" | "received" | `returned:${Return["fault"]}` | "ready";

/** An application that somebody still has in hand, in short: what lists and counts of open applications are made of. */
export interface OpenApplication {
  readonly service: string;
  readonly authority: string;
  /** Epoch ms. */
  readonly accepted: number;
  /** The deadline (epoch ms); `NEVER` when there is none. */
  readonly due: number;
  /** In the order of time, the last one being where it stands; none: it has not left the desk. */
  readonly steps: readonly (readonly [at: number, step: Step])[];
}

const LETTERS: Readonly<Record<Step, string>> = {
  sent: "s",
  received: "t",
  "returned:operator": "o",
  "returned:applicant": "p",
  "returned:authority": "q",
  "returned:rule-change": "r",
  ready: "y",
};
const STEPS = new Map(Object.entries(LETTERS).map(([step, letter]) => [letter, step as Step]));

/**
 * Whether anybody still has an application in hand: accepted, and neither withdrawn, nor handed over, nor declined. One
 * that is ready waits to be handed over; a refusal needs no handing over.
 */
function isInHand({ acceptance, withdrawn, issued, ready, declined }: Application): boolean {
  return acceptance !== null && !happened(withdrawn) && !happened(issued) && ready.time <= declined.time;
}

/** The steps of an application before a moment (epoch ms), in their order. */
function stepsBefore({ sent, received, returns, again }: Application, until: number): [number, Step][] {
  const steps: [number, Step][] = [];
  if (sent.time < until) steps.push([sent.time, "sent"]);
  if (received.time < until) steps.push([received.time, "received"]);
  for (const { time, fault } of returns) if (time < until) steps.push([time, `returned:${fault}`]);
  for (const [at, step] of again) if (at < until) steps.push([at, step]);
  return steps.length > 1 ? steps.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1)) : steps;
}

/** The way of an application until its clock stopped, finished or not; null when its acceptance is not told. */
export function wayOf(application: Application): OpenApplication | null {
  const { acceptance, accepted, due } = application;
  if (acceptance === null) return null;
  const { service, authority } = acceptance;
  return { service, authority, accepted: accepted.time, due, steps: stepsBefore(application, clockStop(application)) };
}

/**
 * The open application in a short text without a line break, null when nobody has it in hand: a function of what is told
 * of it, and so of the set of its events. Moments are in base 36; the steps are behind each other, a letter and a moment.
 */
export function packOpen(application: Application): string | null {
  if (!isInHand(application)) return null;
  const { acceptance, accepted, due, ready } = application;
  const steps = stepsBefore(application, ready.time);
  if (happened(ready)) steps.push([ready.time, "ready"]);
  let way = "";
  for (const [at, step] of steps) way += LETTERS[step] + Math.max(0, at).toString(36).padStart(8, "0");
  const last = due === NEVER ? "" : due.toString(36);
  return `${acceptance?.service},${acceptance?.authority},${accepted.time.toString(36)},${last},${way}`;
}

/** A letter and the eight digits of a moment. */
const STEP_LENGTH = 9;

/** The open application of a text made by `packOpen`. */
export function unpackOpen(text: string): OpenApplication {
  const [service, authority, accepted, due, way] = text.split(",") as [string, string, string, string, string];
  const steps: [number, Step][] = [];
  for (let at = 0; at < way.length; at += STEP_LENGTH)
    steps.push([Number.parseInt(way.slice(at + 1, at + STEP_LENGTH), 36), STEPS.get(way.charAt(at)) as Step]);
  return {
    service,
    authority,
    accepted: Number.parseInt(accepted, 36),
    due: due === "" ? NEVER : Number.parseInt(due, 36),
    steps,
  };
}
