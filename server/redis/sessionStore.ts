import { RedisStore } from "connect-redis";
import { IDLE_SECONDS } from "../access/sessions.ts";
import { command, type RedisNodes } from "./connection.ts";
import { SESSION_PREFIX } from "./keys.ts";

/** Sessions in Redis; one that nobody used for its idle time is gone. */
export function sessionStore(nodes: RedisNodes): RedisStore {
  const ask = async (...args: string[]) => command(await nodes.at(0), args);
  const client = {
    get: (key: string) => ask("GET", key),
    set: (key: string, value: string, { expiration }: { readonly expiration: { readonly value: number } }) =>
      ask("SET", key, value, "EX", `${expiration.value}`),
    expire: (key: string, seconds: number) => ask("EXPIRE", key, `${seconds}`),
    del: (keys: readonly string[]) => ask("DEL", ...keys),
  };
  return new RedisStore({ client, prefix: SESSION_PREFIX, ttl: IDLE_SECONDS });
}

/** Whether a session of this id is still kept. @throws RedisAwayError */
export async function sessionStands(nodes: RedisNodes, id: string): Promise<boolean> {
  return (await command<number>(await nodes.at(0), ["EXISTS", `${SESSION_PREFIX}${id}`])) === 1;
}
