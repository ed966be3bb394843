import type { Alert } from "../../shared/alerts.ts";
import type { Delivery } from "../alerts/delivery.ts";
import { AlertLeaseLostError, type AlertStore } from "../alerts/ports.ts";
import type { AlertState } from "../core/alertRule.ts";

/** What is kept of alerts, without Redis: one for several processes, each with its own way to it. */
export class AlertMemory {
  readonly states = new Map<string, AlertState>();
  readonly alerts = new Map<string, Alert>();
  /** Every writing of an alert, in order: its id, and whether it was over. */
  readonly written: { readonly id: string; readonly over: boolean }[] = [];
  readonly deliveries: Delivery[] = [];
  holder = "";
  looked = 0;
  version = 0;

  /** The way of one process to what is kept. */
  storeOf(process: string): AlertStore {
    return {
      acquire: async () => {
        if (this.holder !== "" && this.holder !== process) return false;
        this.holder = process;
        return true;
      },
      release: async () => {
        if (this.holder === process) this.holder = "";
      },
      load: async () => ({ states: new Map(this.states), looked: this.looked }),
      write: async ({ now, states, alerts, deliveries }) => {
        if (this.holder !== process) throw new AlertLeaseLostError("taken over");
        this.looked = now;
        for (const [key, state] of states)
          if (state.phase === "quiet") this.states.delete(key);
          else this.states.set(key, state);
        for (const alert of alerts) {
          this.alerts.set(alert.id, alert);
          this.written.push({ id: alert.id, over: alert.cleared !== null });
        }
        this.deliveries.push(...deliveries);
        if (alerts.length > 0) this.version += 1;
      },
      version: async () => `${this.version}`,
      open: async () => [...this.alerts.values()].filter(({ cleared }) => cleared === null),
      raisedBetween: async (from, to) =>
        [...this.alerts.values()].filter(({ raised }) => raised >= from && raised < to),
      one: async (id) => this.alerts.get(id) ?? null,
    };
  }
}
