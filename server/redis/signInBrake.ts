import { createHash } from "node:crypto";
import { type Brake, TRIES, TRIES_SECONDS } from "../access/brake.ts";
import { command, type RedisNodes } from "./connection.ts";
import { triesKey } from "./keys.ts";

/** Counts a try under each key and says how long the longest full one still is, ms. */
const PRESS = `
local wait = 0
for at, key in ipairs(KEYS) do
  local count = redis.call('INCR', key)
  if count == 1 then redis.call('EXPIRE', key, ARGV[1]) end
  if count > tonumber(ARGV[at + 1]) then wait = math.max(wait, redis.call('PTTL', key)) end
end
return wait`;

/** Forgets the tries with an account, and the one that was right among those from its address. */
const RELEASE = `
redis.call('DEL', KEYS[1], KEYS[2])
if redis.call('EXISTS', KEYS[3]) == 1 then redis.call('DECR', KEYS[3]) end
return 1`;

const short = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 22);

/** The brake on guessed passwords, counted in Redis so that all processes share it. */
export function signInBrake(nodes: RedisNodes): Brake {
  const keysOf = (account: string, address: string): readonly string[] => [
    triesKey(`together:${short(`${account}|${address}`)}`),
    triesKey(`account:${short(account)}`),
    triesKey(`address:${short(address)}`),
  ];
  return {
    async press(account, address) {
      const limits = [TRIES.together, TRIES.account, TRIES.address].map(String);
      const args = ["EVAL", PRESS, "3", ...keysOf(account, address), `${TRIES_SECONDS}`, ...limits];
      return command<number>(await nodes.at(0), args);
    },
    async release(account, address) {
      await command(await nodes.at(0), ["EVAL", RELEASE, "3", ...keysOf(account, address)]);
    },
  };
}
