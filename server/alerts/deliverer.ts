import type { Delivery } from "./delivery.ts";
import type { Attempted, Message } from "./send.ts";
import type { Webhook, WebhookStore } from "./webhook.ts";

/** For how long a message is tried, ms; the first wait, and the longest. */
export const TRIED_MS = 86_400_000;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 3_600_000;
/** How many are under way at once. */
const AT_ONCE = 16;

/** How long to wait after so many failed attempts, ms: doubled each time, with a random half so that not all come at once. */
export function waitAfter(attempts: number, random: number): number {
  const whole = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts - 1, 20));
  return Math.round(whole / 2 + (whole / 2) * random);
}

/** A delivery after an attempt at `now`: over, tried again later, or dead when a day of trying is over. */
export function afterAttempt(delivery: Delivery, attempted: Attempted, now: number, random: number): Delivery {
  const attempts = delivery.attempts + 1;
  const said = { ...delivery, attempts, status: attempted.status, error: attempted.error };
  if (attempted.error === null) return { ...said, state: "delivered", next: now };
  const next = now + waitAfter(attempts, random);
  return next > delivery.made + TRIED_MS ? { ...said, state: "dead", next: now } : { ...said, next };
}

export interface DelivererParts {
  readonly store: WebhookStore;
  send(message: Message, now: number): Promise<Attempted>;
  /** The real time, epoch ms: receivers know nothing of a simulated clock. */
  now(): number;
  random(): number;
}

/** Brings what waits to its webhooks: each until it is taken or a day is over; after a crash what was under way goes again. */
export class Deliverer {
  readonly #parts: DelivererParts;
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(parts: DelivererParts) {
    this.#parts = parts;
  }

  /** Begins what is due; resolves when it is begun. @throws RedisAwayError */
  async begin(): Promise<void> {
    const room = AT_ONCE - this.#underWay.size;
    if (room <= 0) return;
    const { store, now } = this.#parts;
    const due = (await store.due(now(), AT_ONCE)).filter(({ id }) => !this.#underWay.has(id)).slice(0, room);
    if (due.length === 0) return;
    const webhooks = new Map((await store.all()).map((webhook) => [webhook.place, webhook]));
    for (const delivery of due) {
      const work = this.#deliver(delivery, webhooks.get(delivery.place))
        .catch(() => undefined)
        .finally(() => this.#underWay.delete(delivery.id));
      this.#underWay.set(delivery.id, work);
    }
  }

  /** Waits for what is under way. */
  async settle(): Promise<void> {
    await Promise.all(this.#underWay.values());
  }

  async #deliver(delivery: Delivery, webhook: Webhook | undefined): Promise<void> {
    const { store, send, now, random } = this.#parts;
    if (webhook === undefined || (!webhook.on && delivery.event !== "test")) {
      await store.write({ ...delivery, state: "dead", next: now(), error: "switched-off" });
      return;
    }
    const { url, secret } = webhook;
    const { id, event, body } = delivery;
    const attempted = await send({ url, secret, id, event, body }, now());
    await store.write(afterAttempt(delivery, attempted, now(), random()));
  }
}
