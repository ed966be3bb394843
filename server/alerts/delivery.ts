/** What a webhook is told about. */
export type DeliveryEvent = "alert.raised" | "alert.cleared" | "alert.explained" | "test";

export type DeliveryState = "waiting" | "delivered" | "dead";

/** One message to one webhook. Moments are epoch ms of the real time, whatever clock the centre shows. */
export interface Delivery {
  /** Goes with every attempt as `Idempotency-Key`. */
  readonly id: string;
  /** The place of the webhook: `country` or a region. */
  readonly place: string;
  readonly event: DeliveryEvent;
  /** The alert, the explanation or nothing that it is about. */
  readonly about: string;
  /** The text that is sent, the same in every attempt. */
  readonly body: string;
  readonly made: number;
  /** When it is tried next; of one that is over, when it was tried last. */
  readonly next: number;
  readonly attempts: number;
  readonly state: DeliveryState;
  /** The HTTP status of the last attempt, null when there was no answer. */
  readonly status: number | null;
  /** What went wrong last, as a stable word; null: nothing. */
  readonly error: string | null;
}
