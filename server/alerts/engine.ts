import type { AlertSetting } from "../../shared/alertRules.ts";
import { effectiveRule, scaleOf } from "../../shared/alertRules.ts";
import { ALERT_KINDS, type Alert, type AlertKind } from "../../shared/alerts.ts";
import { type AlertEvent, type AlertState, afterGap, type Limits, QUIET, stands, step } from "../core/alertRule.ts";
import type { LiveOffice } from "../live/liveOffice.ts";
import type { Replica } from "../live/replica.ts";
import type { Clock } from "../ports.ts";
import type { Delivery } from "./delivery.ts";
import { AlertLeaseLostError, type AlertStore } from "./ports.ts";
import type { Readings } from "./watch.ts";

/** After so long without a look, what had begun to hold begins anew, ms. */
const GAP_MS = 60_000;
/** So many offices are judged before others have their turn. */
const AT_ONCE = 40;
/** A worse value is written down when it has grown by this share. */
const WORSE = 1.1;

export interface EngineParts {
  readonly replica: Replica;
  readonly clock: Pick<Clock, "now">;
  readonly store: AlertStore;
  read(live: LiveOffice, now: number): Readings;
  settings(): ReadonlyMap<string, AlertSetting>;
  /** What the webhooks are told of an alert that was raised or is over. */
  tell(alert: Alert): readonly Delivery[];
}

/** The id of an alert: the same for the same raising, whoever raises it. */
function idOf(office: string, kind: AlertKind, raised: number): string {
  return `${office}~${kind}~${raised.toString(36)}`;
}

const key = (office: string, kind: AlertKind) => `${office}|${kind}`;

/**
 * Raises and clears the alerts of all offices, in one process at a time: under a lease, with every state in the store, so
 * that a restart or a takeover neither raises again nor forgets.
 */
export class AlertEngine {
  readonly #parts: EngineParts;
  #states: Map<string, AlertState> | null = null;
  #open = new Map<string, Alert>();
  #looked = 0;

  constructor(parts: EngineParts) {
    this.#parts = parts;
  }

  /** Looks once at every rule of every office, when the lease is ours. @throws RedisAwayError */
  async look(): Promise<void> {
    const { store, clock } = this.#parts;
    try {
      if (!(await store.acquire())) {
        this.#states = null;
        return;
      }
      const now = clock.now();
      const states = this.#states ?? (await this.#take());
      await this.#write(states, now);
    } catch (error) {
      this.#states = null;
      if (!(error instanceof AlertLeaseLostError)) throw error;
    }
  }

  /** Whether the lease was ours at the last look. */
  get leads(): boolean {
    return this.#states !== null;
  }

  /** Gives the lease back. */
  async stop(): Promise<void> {
    if (this.#states !== null) await this.#parts.store.release();
    this.#states = null;
  }

  async #take(): Promise<Map<string, AlertState>> {
    const { store } = this.#parts;
    const [{ states, looked }, open] = await Promise.all([store.load(), store.open()]);
    this.#looked = looked;
    this.#open = new Map(open.map((alert) => [key(alert.office, alert.kind), alert]));
    this.#states = states;
    return states;
  }

  async #write(states: Map<string, AlertState>, now: number): Promise<void> {
    const { store, tell } = this.#parts;
    const gap = Math.abs(now - this.#looked) > GAP_MS;
    const changed = new Map<string, AlertState>();
    const alerts: Alert[] = [];
    let judged = 0;
    for (const live of this.#parts.replica.offices.values()) {
      this.#judge(live, states, { now, gap }, changed, alerts);
      judged += 1;
      if (judged % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    for (const [of, alert] of this.#open)
      if (!this.#parts.replica.offices.has(alert.office)) {
        changed.set(of, QUIET);
        alerts.push({ ...alert, cleared: now, end: "over" });
      }
    const told = alerts.filter((alert) => alert.raised === now || alert.cleared !== null);
    const deliveries = told.flatMap((alert) => tell(alert));
    await store.write({ now, states: changed, alerts, deliveries });
    for (const [of, state] of changed)
      if (state.phase === "quiet") states.delete(of);
      else states.set(of, state);
    for (const alert of alerts)
      if (alert.cleared === null) this.#open.set(key(alert.office, alert.kind), alert);
      else this.#open.delete(key(alert.office, alert.kind));
    this.#looked = now;
  }

  #judge(
    live: LiveOffice,
    states: Map<string, AlertState>,
    { now, gap }: { readonly now: number; readonly gap: boolean },
    changed: Map<string, AlertState>,
    alerts: Alert[],
  ): void {
    const { office } = live;
    const region = this.#parts.replica.regionOf(live).id;
    const read = this.#parts.read(live, now);
    const settings = this.#parts.settings();
    for (const kind of ALERT_KINDS) {
      const of = key(office.id, kind);
      const stored = states.get(of) ?? QUIET;
      const before = gap ? afterGap(stored) : stored;
      const rule = effectiveRule(settings, kind, region, office.id);
      const scale = scaleOf(kind, office);
      const limits: Limits = { raise: rule.raise * scale, clear: rule.clear * scale, holdMs: rule.minutes * 60_000 };
      const { state, event } = step(before, rule.on ? read[kind] : "none", limits, now);
      const known = this.#open.get(of);
      if (event !== null) {
        changed.set(of, state);
        if (event.kind === "raised") alerts.push(raised(live.office.id, region, kind, event, limits.raise, now));
        else if (known !== undefined)
          alerts.push({ ...known, peak: Math.max(known.peak, event.peak), cleared: now, end: event.end });
        continue;
      }
      const worse = stands(state) && known !== undefined && state.peak > known.peak * WORSE;
      if (worse) alerts.push({ ...known, peak: state.peak });
      if (worse || state.phase !== stored.phase) changed.set(of, state);
      else if (state !== stored && stands(state)) states.set(of, state);
    }
  }
}

function raised(
  office: string,
  region: string,
  kind: AlertKind,
  { since, value }: Extract<AlertEvent, { kind: "raised" }>,
  threshold: number,
  now: number,
): Alert {
  const id = idOf(office, kind, now);
  return { id, kind, office, region, since, raised: now, value, threshold, peak: value, cleared: null, end: null };
}
