import type { TokenHashes } from "../ports.ts";
import { command, type RedisNodes } from "./connection.ts";
import { TOKENS_KEY } from "./keys.ts";

const KEEP = `
local earlier = redis.call('HGET', KEYS[1], 'office:' .. ARGV[2])
if earlier then redis.call('HDEL', KEYS[1], earlier) end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2], 'office:' .. ARGV[2], ARGV[1])
return 1`;

/** The hashes of the offices' tokens in Redis; one token an office. */
export function redisTokenHashes(nodes: RedisNodes): TokenHashes {
  return {
    async officeOf(hash) {
      return command<string | null>(await nodes.at(0), ["HGET", TOKENS_KEY, hash]);
    },
    async keep(hash, office) {
      await command(await nodes.at(0), ["EVAL", KEEP, "1", TOKENS_KEY, hash, office]);
    },
  };
}
