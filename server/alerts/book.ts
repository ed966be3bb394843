import { ALERT_RULES, type AlertSetting, settingKey } from "../../shared/alertRules.ts";
import { type Alert, type Explanation, explanationOf, type ShownAlert } from "../../shared/alerts.ts";
import type { WireRow } from "../../shared/wire.ts";
import type { Replica } from "../live/replica.ts";
import type { AlertStore, ExplanationStore, RuleStore } from "./ports.ts";
import type { AlertWatch } from "./watch.ts";

export interface AlertBookParts {
  readonly alerts: AlertStore;
  readonly explanations: ExplanationStore;
  readonly rules: RuleStore;
  readonly replica: Replica;
  readonly watch: AlertWatch;
}

/** Values of one unit keep so many steps, so that a trembling figure is not sent again and again. */
const STEPS = { seconds: 1, count: 1, share: 1000 } as const;

/** What this process knows of the alerts that stand, of what was said to them and of the rules: the same in all processes. */
export class AlertBook {
  readonly #parts: AlertBookParts;
  #version: string | null = null;
  #open: readonly Alert[] = [];
  #explanations: readonly Explanation[] = [];
  #settings: ReadonlyMap<string, AlertSetting> = new Map();

  constructor(parts: AlertBookParts) {
    this.#parts = parts;
  }

  /** The settings that were made, by place and kind. */
  get settings(): ReadonlyMap<string, AlertSetting> {
    return this.#settings;
  }

  /** Reads again what has changed. @throws RedisAwayError */
  async refresh(now: number): Promise<void> {
    const { alerts, explanations, rules } = this.#parts;
    const version = await alerts.version();
    if (version === this.#version) return;
    const [open, said, settings] = await Promise.all([alerts.open(), explanations.until(now), rules.all()]);
    this.#open = open;
    this.#explanations = said;
    this.#settings = new Map(settings.map((setting) => [settingKey(setting.place, setting.kind), setting]));
    this.#version = version;
  }

  /** The value of an alert now, in the unit of its kind; null when it is over or not known. */
  valueOf(alert: Alert, now: number): number | null {
    const live = this.#parts.replica.offices.get(alert.office);
    if (alert.cleared !== null || live === undefined) return null;
    const read = this.#parts.watch.read(live, now)[alert.kind];
    return typeof read === "number" ? read : null;
  }

  /** The alerts that stand, the latest first. */
  open(now: number): readonly ShownAlert[] {
    return this.#open
      .map((alert) => this.shown(alert, this.#explanations, now))
      .sort((a, b) => b.raised - a.raised || (a.id < b.id ? -1 : 1));
  }

  /** An alert with its value now and what explains it among `said`. */
  shown(alert: Alert, said: readonly Explanation[], now: number): ShownAlert {
    return { ...alert, now: this.valueOf(alert, now), explanation: explanationOf(alert, said, now) };
  }

  /** Puts what stands now where the live view finds it. */
  show(now: number): void {
    const { replica, watch } = this.#parts;
    const rows = new Map<string, WireRow>();
    for (const alert of this.#open) {
      const live = replica.offices.get(alert.office);
      if (live === undefined) continue;
      const { id, kind, office, threshold, since } = alert;
      const growing = watch.growingSince(live, kind);
      const steps = STEPS[ALERT_RULES[kind].unit];
      const value = growing === null ? this.valueOf(alert, now) : null;
      const said = explanationOf(alert, this.#explanations, now);
      rows.set(`${office}/${kind}`, [
        id,
        value === null ? null : Math.round(value * steps) / steps,
        growing,
        threshold,
        since,
        said?.cause ?? null,
        said?.words || null,
        said?.action || null,
        said?.until ?? null,
        said?.id ?? null,
      ]);
    }
    replica.alerts = rows;
  }
}
