import { ALERT_RULES } from "../../shared/alertRules.ts";
import type { Alert, Explanation } from "../../shared/alerts.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import { writeMoments } from "../../shared/writtenMoments.ts";
import type { Delivery, DeliveryEvent } from "./delivery.ts";
import type { Webhook } from "./webhook.ts";

export interface MessageParts {
  readonly index: ReferenceIndex;
  /** The centre's clock and the real time, epoch ms. */
  now(): number;
  realNow(): number;
  webhooks(): readonly Webhook[];
}

/** Says what happened to the webhooks of its region and of the country: deliveries that wait to be sent. */
export class Messages {
  readonly #parts: MessageParts;

  constructor(parts: MessageParts) {
    this.#parts = parts;
  }

  /** Of an alert that was raised or is over. */
  ofAlert(alert: Alert): readonly Delivery[] {
    const event = alert.cleared === null ? "alert.raised" : "alert.cleared";
    const told = {
      alert: { ...alert, unit: ALERT_RULES[alert.kind].unit, place: this.#names(alert.region, alert.office) },
    };
    return this.#to(alert.region, event, alert.id, `${alert.id}.${event}`, told);
  }

  /** Of something that was said, changed or taken back. */
  ofExplanation(explanation: Explanation): readonly Delivery[] {
    const { id, region, office, kind, alert, cause, words, action, from, until, at, withdrawn, earlier } = explanation;
    const told = { id, region, office, kind, alert, cause, words, action, from, until, at, withdrawn };
    const mark = `${id}.${earlier.length}${withdrawn === null ? "" : ".withdrawn"}`;
    return this.#to(region, "alert.explained", alert ?? id, mark, {
      explanation: { ...told, place: this.#names(region, office) },
    });
  }

  /** A message that says nothing, to see whether it arrives. */
  test(webhook: Webhook, id: string): Delivery {
    return this.#make(webhook, "test", "", id, {});
  }

  #names(region: string, office: string | null) {
    const { index } = this.#parts;
    return {
      region: index.regions.get(region)?.names ?? null,
      office: office === null ? null : (index.offices.get(office)?.names ?? null),
    };
  }

  #to(region: string, event: DeliveryEvent, about: string, mark: string, told: object): readonly Delivery[] {
    return this.#parts
      .webhooks()
      .filter(({ on, place }) => on && (place === "country" || place === region))
      .map((webhook) => this.#make(webhook, event, about, `${mark}.${webhook.place}`, told));
  }

  #make({ place }: Webhook, event: DeliveryEvent, about: string, id: string, told: object): Delivery {
    const made = this.#parts.realNow();
    const body = JSON.stringify({
      id,
      event,
      place,
      at: new Date(this.#parts.now()).toISOString(),
      ...writeMoments(told),
    });
    return {
      id,
      place,
      event,
      about,
      body,
      made,
      next: made,
      attempts: 0,
      state: "waiting",
      status: null,
      error: null,
    };
  }
}
