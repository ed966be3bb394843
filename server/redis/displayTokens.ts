import type { Screen, Screens } from "../access/screens.ts";
import { command, type RedisNodes } from "./connection.ts";
import { SCREENS_KEY } from "./keys.ts";

/** The screens in one hash of Redis, by the SHA-256 of their tokens; the tokens themselves are kept nowhere. */
export function displayTokens(nodes: RedisNodes): Screens {
  async function entries(): Promise<readonly (readonly [hash: string, screen: Screen])[]> {
    const reply = await command<string[]>(await nodes.at(0), ["HGETALL", SCREENS_KEY]);
    return reply.flatMap((hash, at) =>
      at % 2 === 0 ? [[hash, JSON.parse(reply[at + 1] as string) as Screen] as const] : [],
    );
  }
  return {
    async byHash(hash) {
      const text = await command<string | null>(await nodes.at(0), ["HGET", SCREENS_KEY, hash]);
      return text === null ? null : (JSON.parse(text) as Screen);
    },
    all: async () => (await entries()).map(([, screen]) => screen),
    async keep(hash, screen) {
      await command(await nodes.at(0), ["HSET", SCREENS_KEY, hash, JSON.stringify(screen)]);
    },
    async remove(id) {
      const found = (await entries()).find(([, screen]) => screen.id === id);
      if (found === undefined) return false;
      return (await command<number>(await nodes.at(0), ["HDEL", SCREENS_KEY, found[0]])) === 1;
    },
  };
}
