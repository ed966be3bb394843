import type { AlertSetting, PlacedSetting, RuleChange } from "../../shared/alertRules.ts";
import type { Alert, Explanation } from "../../shared/alerts.ts";
import type { AlertState } from "../core/alertRule.ts";
import type { Delivery } from "./delivery.ts";

/** The lease was lost while somebody believed to hold it; nothing was written. */
export class AlertLeaseLostError extends Error {
  override readonly name = "AlertLeaseLostError";
}

/** What one look changed: written together or not at all. */
export interface AlertBatch {
  /** Epoch ms. */
  readonly now: number;
  /** By `office|kind`; a quiet one is forgotten. */
  readonly states: ReadonlyMap<string, AlertState>;
  /** Alerts as they are now: raised, risen, or over. */
  readonly alerts: readonly Alert[];
  /** What the webhooks are to be told. */
  readonly deliveries: readonly Delivery[];
}

/** Where alerts and their states are kept. Each @throws RedisAwayError */
export interface AlertStore {
  /** Takes or renews the one lease under which alerts are raised; false when another process holds it. */
  acquire(): Promise<boolean>;
  release(): Promise<void>;
  /** The states that were written, and when somebody last looked (epoch ms, 0 for never). */
  load(): Promise<{ readonly states: Map<string, AlertState>; readonly looked: number }>;
  /** @throws AlertLeaseLostError when the lease is not ours any more. */
  write(batch: AlertBatch): Promise<void>;
  /** Changes whenever an alert, an explanation or a rule did. */
  version(): Promise<string>;
  open(): Promise<readonly Alert[]>;
  /** Those raised in a period (epoch ms, the end outside), open ones included. */
  raisedBetween(from: number, to: number): Promise<readonly Alert[]>;
  one(id: string): Promise<Alert | null>;
}

/** Where explanations are kept. Each @throws RedisAwayError */
export interface ExplanationStore {
  one(id: string): Promise<Explanation | null>;
  /** Those whose time reaches beyond a moment (epoch ms). */
  until(moment: number): Promise<readonly Explanation[]>;
  /** Puts it in the place of what it was, with what the webhooks are told of it; false when somebody else was quicker. */
  put(after: Explanation, before: Explanation | null, deliveries: readonly Delivery[]): Promise<boolean>;
}

/** Where the settings of the rules are kept. Each @throws RedisAwayError */
export interface RuleStore {
  all(): Promise<readonly PlacedSetting[]>;
  /** Changes one, or takes it back with null; and takes down what it was. */
  put(change: RuleChange, after: AlertSetting | null): Promise<void>;
  /** The latest first. */
  changes(): Promise<readonly RuleChange[]>;
}
