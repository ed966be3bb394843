import { issueToken } from "./access/issueToken.ts";
import { readConfig } from "./config.ts";
import { ConfigError } from "./errors.ts";
import { RedisNodes } from "./redis/connection.ts";
import { addressesOf } from "./redis/runningStore.ts";
import { redisTokenHashes } from "./redis/tokenHashes.ts";
import { loadReference } from "./reference.ts";

async function main(): Promise<number> {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  const config = readConfig(process.env);
  const urls = addressesOf(config);
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
