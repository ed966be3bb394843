import type { Delivery } from "../alerts/delivery.ts";
import type { Webhook, WebhookStore } from "../alerts/webhook.ts";
import { command, type RedisNodes } from "./connection.ts";
import { DELIVERIES_DUE_KEY, DELIVERIES_KEY, deliveriesOfKey, WEBHOOKS_KEY } from "./keys.ts";

/** How many deliveries of a place are kept, those that wait included. */
const MOST_KEPT = 2_000;

/** The commands that keep deliveries as they are now; all lie under the tag of the centre. */
export function writesOfDeliveries(deliveries: readonly Delivery[]): string[][] {
  return deliveries.flatMap((delivery) => [
    ["HSET", DELIVERIES_KEY, delivery.id, JSON.stringify(delivery)],
    ["ZADD", deliveriesOfKey(delivery.place), `${delivery.made}`, delivery.id],
    delivery.state === "waiting"
      ? ["ZADD", DELIVERIES_DUE_KEY, `${delivery.next}`, delivery.id]
      : ["ZREM", DELIVERIES_DUE_KEY, delivery.id],
  ]);
}

/** What was delivered stays delivered, whatever a second attempt that was under way says after it. */
const WRITE = `
local kept = redis.call('HGET', KEYS[3], ARGV[3])
if kept and cjson.decode(kept).state == 'delivered' then return 0 end
for _, write in ipairs(cjson.decode(ARGV[1])) do redis.call(unpack(write)) end
local surplus = redis.call('ZCARD', KEYS[1]) - tonumber(ARGV[2])
if surplus > 0 then
  for _, old in ipairs(redis.call('ZRANGE', KEYS[1], 0, surplus - 1)) do
    redis.call('ZREM', KEYS[1], old)
    redis.call('ZREM', KEYS[2], old)
    redis.call('HDEL', KEYS[3], old)
  end
end
return 1`;

/** Webhooks and their deliveries in Redis. */
export function webhookStore(nodes: RedisNodes): WebhookStore {
  const texts = async (ids: readonly string[]): Promise<Delivery[]> => {
    if (ids.length === 0) return [];
    const found = await command<(string | null)[]>(await nodes.at(0), ["HMGET", DELIVERIES_KEY, ...ids]);
    return found.flatMap((text) => (text === null ? [] : [JSON.parse(text) as Delivery]));
  };
  return {
    async all() {
      const found = await command<string[]>(await nodes.at(0), ["HVALS", WEBHOOKS_KEY]);
      return found.map((text) => JSON.parse(text) as Webhook);
    },
    async put(webhook) {
      await command(await nodes.at(0), ["HSET", WEBHOOKS_KEY, webhook.place, JSON.stringify(webhook)]);
    },
    async remove(place) {
      await command(await nodes.at(0), ["HDEL", WEBHOOKS_KEY, place]);
    },
    async write(delivery) {
      const keys = [deliveriesOfKey(delivery.place), DELIVERIES_DUE_KEY, DELIVERIES_KEY];
      const writes = JSON.stringify(writesOfDeliveries([delivery]));
      await command(await nodes.at(0), ["EVAL", WRITE, `${keys.length}`, ...keys, writes, `${MOST_KEPT}`, delivery.id]);
    },
    async due(now, limit) {
      const args = ["ZRANGEBYSCORE", DELIVERIES_DUE_KEY, "-inf", `${now}`, "LIMIT", "0", `${limit}`];
      return texts(await command<string[]>(await nodes.at(0), args));
    },
    async of(place, limit) {
      return texts(
        await command<string[]>(await nodes.at(0), ["ZREVRANGE", deliveriesOfKey(place), "0", `${limit - 1}`]),
      );
    },
    async one(id) {
      return (await texts([id]))[0] ?? null;
    },
  };
}
