import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { issueToken } from "./access/issueToken.ts";
import { type Config, readConfig } from "./config.ts";
import { ConfigError } from "./errors.ts";
import { RedisNodes } from "./redis/connection.ts";
import { runningRedis } from "./redis/redisProcess.ts";
import { keptSecret } from "./redis/secret.ts";
import { redisTokenHashes } from "./redis/tokenHashes.ts";
import { loadReference } from "./reference.ts";

/** The addresses of the Redis of the centre that runs with the same settings; null when its own does not run. */
function addresses({ redis, dataDir }: Config): readonly string[] | null {
  if (redis.kind === "single") return [redis.url];
  if (redis.kind === "cluster") return redis.urls;
  const folder = resolve(dataDir, "redis");
  const url = existsSync(folder) ? runningRedis(folder, keptSecret(join(folder, "secret"))) : null;
  return url === null ? null : [url];
}

async function main(): Promise<number> {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  const config = readConfig(process.env);
  const urls = addresses(config);
  if (urls === null) {
    print("The centre does not run here: start it with `npm run serve`, or set REDIS_URL to the Redis it uses.");
    return 2;
  }
  const { offices } = await loadReference(config.reference);
  const nodes = new RedisNodes(urls);
  try {
    return await issueToken(process.argv.slice(2), {
      hashes: redisTokenHashes(nodes),
      knownOffice: (id) => offices.some((office) => office.id === id),
      print,
    });
  } finally {
    await nodes.close();
  }
}

/** Issues an office's token: `npm run token -- KZ-71-01`. */
await main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof ConfigError ? error.mistakes.join("\n") : (error as Error).message}\n`);
    process.exit(1);
  },
);
