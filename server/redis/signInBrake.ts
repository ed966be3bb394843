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

const short = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 22);

/** The brake on guessed passwords, counted in Redis so that all processes share it. */
export function signInBrake(nodes: RedisNodes): Brake {
  const together = (account: string, address: string) => triesKey(`together:${short(`${account}|${address}`)}`);
  return {
    async press(account, address) {
      const keys = [
        together(account, address),
        triesKey(`account:${short(account)}`),
        triesKey(`address:${short(address)}`),
      ];
      const limits = [TRIES.together, TRIES.account, TRIES.address].map(String);
      const args = ["EVAL", PRESS, `${keys.length}`, ...keys, `${TRIES_SECONDS}`, ...limits];
      return command<number>(await nodes.at(0), args);
    },
    async release(account, address) {
      await command(await nodes.at(0), ["DEL", together(account, address), triesKey(`account:${short(account)}`)]);
    },
  };
}
