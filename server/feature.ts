import type { RequestHandler, Router } from "express";
import type { Logger } from "pino";
import type { Explanation } from "../shared/alerts.ts";
import type { PublicReference } from "../shared/publicReference.ts";
import type { Reference } from "../shared/reference.ts";
import type { ReferenceIndex } from "../shared/referenceIndex.ts";
import type { Audit } from "./access/audit.ts";
import type { Guard } from "./access/guard.ts";
import type { Config } from "./config.ts";
import type { Replica } from "./live/replica.ts";
import type { Clock, Figures } from "./ports.ts";
import type { RedisNodes } from "./redis/connection.ts";

/** What every feature of the centre may stand on. */
export interface Grounds {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  readonly nodes: RedisNodes;
  readonly partitions: number;
  readonly reference: Reference;
  readonly publicReference: PublicReference;
  readonly index: ReferenceIndex;
  /** The running day of every office, live. */
  readonly replica: Replica;
  readonly figures: Figures;
  /** What managers explained of offices and regions, at most some seconds old. @throws RedisAwayError */
  readonly explained: () => Promise<readonly Explanation[]>;
  /** Everything stored before this moment (epoch ms) is in the replica. */
  readonly reach: () => number;
  /** Lets through only who may. */
  readonly guard: Guard;
  /** Takes down who did what. The guard does so by itself for looks at single operators and for exports. */
  readonly audit: Audit;
}

/** A part of the centre that serves routes of its own and may work in the background. */
export interface Feature {
  /** By the path that they are mounted at, such as `/api/stock`. */
  readonly routes: readonly (readonly [path: string, handler: Router | RequestHandler])[];
  start?(): Promise<void>;
  stop?(): Promise<void>;
}

export type MakeFeature = (grounds: Grounds) => Feature;
