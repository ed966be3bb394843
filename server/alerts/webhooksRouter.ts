import { randomBytes, randomUUID } from "node:crypto";
import { Router } from "express";
import type { WebhookAnswer } from "../../shared/webhooks.ts";
import { writeMoments } from "../../shared/writtenMoments.ts";
import type { Audit } from "../access/audit.ts";
import { type Guard, principalBehind } from "../access/guard.ts";
import { onlyMethods, Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import { bodyOf, jsonBody, webhookSchema } from "./bodies.ts";
import { authorOf } from "./explanations.ts";
import type { Messages } from "./messages.ts";
import { type Places, whereOf } from "./places.ts";
import { targetFault } from "./target.ts";
import type { Webhook, WebhookStore } from "./webhook.ts";

export interface WebhooksRouterParts {
  readonly guard: Guard;
  readonly audit: Audit;
  readonly places: Places;
  readonly store: WebhookStore;
  readonly messages: Messages;
  /** Hosts that may be told by http and within the own network. */
  readonly allowed: readonly string[];
  /** The real time, epoch ms. */
  now(): number;
  /** A webhook has changed. */
  changed(): Promise<void>;
}

const SHOWN = 100;

const FAULTS = {
  "not-an-address": "is no address; write it as https://messages.example.kz/alerts.",
  "not-https": "must begin with https://; a host that speaks only http must be allowed by WEBHOOK_HOSTS.",
  "with-password": "must carry no user and password; the message is signed with the secret.",
  inside: "is of an own network; the centre's operators may allow its host by WEBHOOK_HOSTS.",
} as const;

/** `GET`, `PUT`, `DELETE /`: the webhook of a region, or of the country; `POST /test` sends a message; `POST /again` a dead one. */
export function webhooksRouter(parts: WebhooksRouterParts): Router {
  const { guard, audit, places, store, messages, allowed, now, changed } = parts;
  const router = Router();
  const placeName = (region: string | null) => region ?? "country";
  const asked = (request: { query: Record<string, unknown> }) =>
    places.named(typeof request.query.region === "string" ? request.query.region : null, null);
  const named = (body: unknown) => {
    const { region } = (body ?? {}) as { region?: unknown };
    return places.named(typeof region === "string" ? region : null, null);
  };
  const find = async (place: string): Promise<Webhook | null> =>
    (await store.all()).find((webhook) => webhook.place === place) ?? null;
  const answerFor = async (place: string, secret: string | null = null): Promise<WebhookAnswer> => {
    const [webhook, deliveries] = await Promise.all([find(place), store.of(place, SHOWN)]);
    const shown = webhook && { url: webhook.url, on: webhook.on, at: webhook.at, by: webhook.by };
    return { place, webhook: shown, secret, deliveries: deliveries.map(({ body: _, ...shown }) => shown) };
  };
  const needed = async (place: string): Promise<Webhook> => {
    const webhook = await find(place);
    if (webhook === null) throw new Problem("not-found", "No webhook is set here; set one with PUT /api/webhooks.");
    return webhook;
  };

  router
    .route("/")
    .get(
      guard("set-targets", (request) => whereOf(asked(request))),
      async (request, response) => {
        new Query(request, ["region"]);
        response.set("Cache-Control", "no-store").json(writeMoments(await answerFor(placeName(asked(request).region))));
      },
    )
    .put(
      ...jsonBody,
      guard("set-targets", ({ body }) => whereOf(named(body))),
      async (request, response) => {
        const { url, secret: given, on } = bodyOf(request, webhookSchema);
        const { region } = named(request.body);
        const fault = targetFault(url, allowed);
        if (fault !== null)
          throw new Problem("invalid-parameter", `url: ${FAULTS[fault]}`, { members: { parameter: "url", fault } });
        const by = principalBehind(response);
        const place = placeName(region);
        const before = await find(place);
        const secret = given ?? before?.secret ?? randomBytes(32).toString("base64url");
        await store.put({ place, url, secret, on, at: now(), by: authorOf(by) });
        await changed();
        const what = `webhook of ${place}: ${before?.url ?? "none"} -> ${url}${on ? "" : " (off)"}`;
        await audit.record({ by, act: "set-targets", what, region });
        const told = secret === before?.secret ? null : secret;
        response.set("Cache-Control", "no-store").json(writeMoments(await answerFor(place, told)));
      },
    )
    .delete(
      guard("set-targets", (request) => whereOf(asked(request))),
      async (request, response) => {
        const { region } = asked(request);
        const place = placeName(region);
        await needed(place);
        await store.remove(place);
        await changed();
        const by = principalBehind(response);
        await audit.record({ by, act: "set-targets", what: `webhook of ${place} removed`, region });
        response.status(204).end();
      },
    )
    .all(onlyMethods("GET", "PUT", "DELETE"));

  router
    .route("/test")
    .post(
      ...jsonBody,
      guard("set-targets", ({ body }) => whereOf(named(body))),
      async (request, response) => {
        const webhook = await needed(placeName(named(request.body).region));
        const delivery = messages.test(webhook, randomUUID());
        await store.write(delivery);
        response.status(202).json({ id: delivery.id });
      },
    )
    .all(onlyMethods("POST"));

  router
    .route("/again")
    .post(
      ...jsonBody,
      guard("set-targets", ({ body }) => whereOf(named(body))),
      async (request, response) => {
        const place = placeName(named(request.body).region);
        const { id } = request.body as { id?: unknown };
        const delivery = typeof id === "string" ? await store.one(id) : null;
        if (delivery === null || delivery.place !== place)
          throw new Problem("not-found", "There is no such delivery here; take an id from GET /api/webhooks.");
        await store.write({ ...delivery, made: now(), next: now(), state: "waiting" });
        response.status(202).json({ id: delivery.id });
      },
    )
    .all(onlyMethods("POST"));
  return router;
}
