import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import type { ScenarioName } from "./generator/scenario.ts";

/** How a simulated country is run against a centre. */
export interface SimulatorOptions {
  /** The centre's address, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  /** A token that may post for every office. */
  readonly token: string;
  /** Its Redis: bulk goes by `XADD` then; null, or the nodes of a Cluster: everything goes by HTTP. */
  readonly redisUrl: string | null;
  readonly index: ReferenceIndex;
  readonly seed: string;
  /** Clients and desks as a share of the real country. */
  readonly scale: number;
  readonly scenario: ScenarioName;
  /** The clock of the demonstration is ahead of the real one by so many ms. */
  readonly clockOffsetMs: number;
  /** Days of history that are laid down behind today. */
  readonly historyDays: number;
  /** Events of history a second at most, so that the live view stays quick. */
  readonly historyRate: number;
  /** Everything up to this moment (epoch ms on the demonstration's clock) was sent by an earlier run; null: nothing was. */
  readonly resumeFrom: number | null;
}

/** A share at which four weeks of history are two to three million events. */
export const DEMO_SCALE = 0.3;

/** What the runner tells whoever started it. */
export type SimulatorReport =
  /** All of today up to now is stored. */
  | { readonly type: "today-done"; readonly events: number }
  /** History, newest day first: the share that is stored, 1 at the end. */
  | { readonly type: "history"; readonly progress: number; readonly events: number }
  /** Everything up to this moment of the demonstration's clock is stored; comes after the history, every few seconds. */
  | { readonly type: "sent"; readonly until: number }
  /** The centre refused events. */
  | { readonly type: "refused"; readonly events: number; readonly error: string }
  /** The runner has given up. */
  | { readonly type: "failed"; readonly error: string };
