/** One message of a webhook as its keepers see it. Moments are epoch ms of the real time. */
export interface ShownDelivery {
  readonly id: string;
  readonly place: string;
  readonly event: "alert.raised" | "alert.cleared" | "alert.explained" | "test";
  readonly about: string;
  readonly made: number;
  readonly next: number;
  readonly attempts: number;
  readonly state: "waiting" | "delivered" | "dead";
  readonly status: number | null;
  readonly error: string | null;
}

/** The answer of `GET /api/webhooks`; a secret is told once, when it is new. */
export interface WebhookAnswer {
  readonly place: string;
  readonly webhook: {
    readonly url: string;
    readonly on: boolean;
    readonly at: number;
    readonly by: { readonly role: string };
  } | null;
  readonly secret: string | null;
  readonly deliveries: readonly ShownDelivery[];
}
