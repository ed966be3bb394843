import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { RedisNodes } from "../redis/connection.ts";
import { webhookStore } from "../redis/webhookStore.ts";
import { withRedis } from "../testing/redis.ts";
import { Deliverer } from "./deliverer.ts";
import type { Delivery } from "./delivery.ts";
import { send } from "./send.ts";
import { isSignedBy } from "./signature.ts";

const SECRET = "a-secret-of-the-test";
let receiver: Server | null = null;

afterEach(() => {
  receiver?.closeAllConnections();
  receiver?.close();
});

/** A receiver that fails at random: hangs up, answers with an error, or takes it; what it took by key. */
async function unreliable(chance: () => number) {
  const taken = new Map<string, number>();
  let wrong = 0;
  receiver = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = Buffer.concat(parts).toString();
      const { "centre-timestamp": at, "centre-signature": signature, "idempotency-key": key } = request.headers;
      if (!isSignedBy(SECRET, Number(at), body, `${signature}`) || (JSON.parse(body) as { id: string }).id !== key)
        wrong += 1;
      const lot = chance();
      if (lot < 0.3) return request.socket.destroy();
      if (lot < 0.6) return response.writeHead(503).end();
      taken.set(`${key}`, (taken.get(`${key}`) ?? 0) + 1);
      return response.writeHead(lot < 0.65 ? 500 : 204).end();
    });
  });
  await new Promise<void>((done) => receiver?.listen(0, "127.0.0.1", done));
  const { port } = receiver.address() as AddressInfo;
  return { taken, url: `http://127.0.0.1:${port}/alerts`, wrong: () => wrong };
}

function delivery(id: string, made: number): Delivery {
  const common = { place: "KZ-71", event: "alert.raised", about: "an alert", attempts: 0 } as const;
  return { ...common, id, body: JSON.stringify({ id }), made, next: made, state: "waiting", status: null, error: null };
}

it("every message arrives at a receiver that fails at random, signed and under its key, across a restart of the centre, and stays delivered", async () => {
  await withRedis(async ({ url }) => {
    let seed = 7;
    const chance = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const at = await unreliable(chance);
    const nodes = new RedisNodes([url]);
    let now = Date.parse("2026-11-23T10:00:00Z");
    const store = webhookStore(nodes);
    const webhook = {
      place: "KZ-71",
      url: at.url,
      secret: SECRET,
      on: true,
      at: now,
      by: { role: "coordinator" },
    };
    await store.put(webhook);
    const begin = () =>
      new Deliverer({
        store: webhookStore(nodes),
        send: (message, when) => send(message, ["127.0.0.1"], when),
        now: () => now,
        random: chance,
      });
    const ids = Array.from({ length: 40 }, (_, number) => `message-${number}`);
    for (const id of ids) await store.write(delivery(id, now));
    let deliverer = begin();
    for (let round = 0; round < 400; round += 1) {
      await deliverer.begin();
      if (round % 7 === 3) deliverer = begin();
      else await deliverer.settle();
      now += 200_000;
      if (round % 10 === 9 && (await store.of("KZ-71", 100)).every(({ state }) => state === "delivered")) break;
    }
    await deliverer.settle();
    await store.write({ ...delivery("message-0", 1), error: "refused" });
    const all = await store.of("KZ-71", 100);
    expect(all.map(({ state }) => state)).toEqual(ids.map(() => "delivered"));
    expect([...at.taken.keys()].sort()).toEqual([...ids].sort());
    expect(at.wrong()).toBe(0);
    await nodes.close();
  });
});

it("a message for a webhook that is switched off or gone is dead at once, and a host that is not allowed is told nothing", async () => {
  await withRedis(async ({ url }) => {
    const at = await unreliable(() => 0.9);
    const nodes = new RedisNodes([url]);
    const store = webhookStore(nodes);
    await store.write(delivery("nobody", 1));
    const by = { role: "coordinator" };
    await store.put({ place: "country", url: at.url, secret: SECRET, on: true, at: 1, by });
    await store.write({ ...delivery("not-allowed", 1), place: "country" });
    const deliverer = new Deliverer({
      store,
      send: (message, when) => send(message, [], when),
      now: () => 2,
      random: () => 1,
    });
    await deliverer.begin();
    await deliverer.settle();
    expect(await store.one("nobody")).toMatchObject({ state: "dead", error: "switched-off" });
    expect(await store.one("not-allowed")).toMatchObject({ state: "waiting", error: "not-allowed", attempts: 1 });
    expect(at.taken.size).toBe(0);
    await nodes.close();
  });
});
