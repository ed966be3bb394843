import { type Config, readConfig } from "./config.ts";
import { ConfigError } from "./errors.ts";
import { RedisNodes } from "./redis/connection.ts";
import { storeRead } from "./redis/storeRead.ts";
import { usedStore } from "./redis/usedStore.ts";

/**
 * Ends the process as a command does: with the code that its work gives, or with one sentence about what went wrong and
 * the code for that (1 unless `codeOf` says otherwise).
 */
export async function endWith(work: Promise<number>, codeOf: (error: unknown) => number = () => 1): Promise<never> {
  try {
    return process.exit(await work);
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.mistakes.join("\n") : (error as Error).message}\n`);
    return process.exit(codeOf(error));
  }
}

/** Works with the store at these addresses, as soon as it has read its data. @throws RedisAwayError */
export async function withStore<T>(urls: readonly string[], work: (nodes: RedisNodes) => Promise<T>): Promise<T> {
  const nodes = new RedisNodes(urls);
  let told = false;
  try {
    await storeRead(nodes, () => {
      if (!told) process.stderr.write("The store still reads its data: waiting for it.\n");
      told = true;
    });
    return await work(nodes);
  } finally {
    await nodes.close();
  }
}

/** Works beside the centre that runs with the same settings. @throws ConfigError, RedisAwayError */
export async function besideCentre(work: (nodes: RedisNodes, config: Config) => Promise<number>): Promise<number> {
  const config = readConfig(process.env);
  return withStore(usedStore(config), (nodes) => work(nodes, config));
}
