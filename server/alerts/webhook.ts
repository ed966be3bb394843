import type { Delivery } from "./delivery.ts";

/** Where a place's alerts are sent. */
export interface Webhook {
  /** `country` or a region. */
  readonly place: string;
  readonly url: string;
  /** Signs every message. It never leaves the server again. */
  readonly secret: string;
  readonly on: boolean;
  /** Epoch ms. */
  readonly at: number;
  readonly by: { readonly role: string };
}

/** Where webhooks and their deliveries are kept. Each @throws RedisAwayError */
export interface WebhookStore {
  all(): Promise<readonly Webhook[]>;
  put(webhook: Webhook): Promise<void>;
  remove(place: string): Promise<void>;
  /** Keeps a delivery as it is now; the oldest of the place go when there are very many. */
  write(delivery: Delivery): Promise<void>;
  /** Those that wait and whose time has come, the longest due first. */
  due(now: number, limit: number): Promise<readonly Delivery[]>;
  /** Those of a place, the latest first. */
  of(place: string, limit: number): Promise<readonly Delivery[]>;
  one(id: string): Promise<Delivery | null>;
}
