import type { Account, Accounts } from "../access/account.ts";
import { command, type RedisNodes } from "./connection.ts";
import { ACCOUNTS_KEY } from "./keys.ts";

const REPLACE = `
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1`;

/** The accounts in one hash of Redis, by id. */
export function accountStore(nodes: RedisNodes): Accounts {
  const read = async (id: string) => command<string | null>(await nodes.at(0), ["HGET", ACCOUNTS_KEY, id]);
  return {
    async get(id) {
      const text = await read(id);
      return text === null ? null : (JSON.parse(text) as Account);
    },
    async all() {
      const texts = await command<string[]>(await nodes.at(0), ["HVALS", ACCOUNTS_KEY]);
      return texts.map((text) => JSON.parse(text) as Account);
    },
    async add(account) {
      const args = ["HSETNX", ACCOUNTS_KEY, account.id, JSON.stringify(account)];
      return (await command<number>(await nodes.at(0), args)) === 1;
    },
    async change(id, change) {
      for (;;) {
        const before = await read(id);
        if (before === null) return null;
        const after = change(JSON.parse(before) as Account);
        const args = ["EVAL", REPLACE, "1", ACCOUNTS_KEY, id, before, JSON.stringify(after)];
        if ((await command<number>(await nodes.at(0), args)) === 1) return after;
      }
    },
  };
}
