import type { Explanation } from "../../shared/alerts.ts";
import { DAY_MS } from "../../shared/time.ts";
import type { ExplanationStore } from "../alerts/ports.ts";
import type { Clock } from "../ports.ts";
import { command, type RedisNodes } from "./connection.ts";
import { ALERTS_VERSION_KEY, EXPLANATIONS_KEY, EXPLANATIONS_UNTIL_KEY } from "./keys.ts";
import { writesOfDeliveries } from "./webhookStore.ts";

/** How long an explanation is kept after its time, ms: 13 months and some. */
const KEPT_MS = 400 * DAY_MS;

/** Writes when what stands there is what the writer has seen; what is past its keeping goes. */
const PUT = `
if (redis.call('HGET', KEYS[1], ARGV[1]) or '') ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
redis.call('ZADD', KEYS[2], ARGV[4], ARGV[1])
redis.call('INCR', KEYS[3])
for _, old in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', ARGV[5], 'LIMIT', '0', '100')) do
  redis.call('HDEL', KEYS[1], old)
  redis.call('ZREM', KEYS[2], old)
end
for _, write in ipairs(cjson.decode(ARGV[6])) do redis.call(unpack(write)) end
return 1`;

/** Explanations in Redis. */
export function explanationStore(nodes: RedisNodes, clock: Pick<Clock, "now">): ExplanationStore {
  const keys = [EXPLANATIONS_KEY, EXPLANATIONS_UNTIL_KEY, ALERTS_VERSION_KEY];
  return {
    async one(id) {
      const text = await command<string | null>(await nodes.at(0), ["HGET", EXPLANATIONS_KEY, id]);
      return text === null ? null : (JSON.parse(text) as Explanation);
    },
    async until(moment) {
      const connection = await nodes.at(0);
      const ids = await command<string[]>(connection, ["ZRANGEBYSCORE", EXPLANATIONS_UNTIL_KEY, `(${moment}`, "+inf"]);
      if (ids.length === 0) return [];
      const texts = await command<(string | null)[]>(connection, ["HMGET", EXPLANATIONS_KEY, ...ids]);
      return texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as Explanation]));
    },
    async put(after, before, deliveries) {
      const wrote = await command<number>(await nodes.at(0), [
        "EVAL",
        PUT,
        `${keys.length}`,
        ...keys,
        after.id,
        before === null ? "" : JSON.stringify(before),
        JSON.stringify(after),
        `${after.until}`,
        `${clock.now() - KEPT_MS}`,
        JSON.stringify(writesOfDeliveries(deliveries)),
      ]);
      return wrote === 1;
    },
  };
}
