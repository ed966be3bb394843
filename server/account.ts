import { keepAccounts } from "./access/accountCommands.ts";
import { AccountOffice } from "./access/accountOffice.ts";
import { readConfig } from "./config.ts";
import { ConfigError } from "./errors.ts";
import { accountStore } from "./redis/accountStore.ts";
import { auditStore } from "./redis/auditStore.ts";
import { RedisNodes } from "./redis/connection.ts";
import { addressesOf } from "./redis/runningStore.ts";
import { loadReference } from "./reference.ts";

async function main(): Promise<number> {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  const config = readConfig(process.env);
  const urls = addressesOf(config);
  if (urls === null) {
    print("The centre does not run here: start it with `npm run serve`, or set REDIS_URL to the Redis it uses.");
    return 2;
  }
  const { offices, regions } = await loadReference(config.reference);
  const clock = { now: () => Date.now() + config.clockOffsetMs };
  const nodes = new RedisNodes(urls);
  const accounts = accountStore(nodes);
  const regionOf = (id: string) => offices.find((one) => one.id === id)?.region ?? null;
  const office = new AccountOffice({
    accounts,
    audit: auditStore(nodes, clock, regionOf),
    clock,
    demo: false,
    knownRegion: (id) => regions.some((region) => region.id === id),
    regionOf,
  });
  try {
    return await keepAccounts(process.argv.slice(2), { accounts, office, print });
  } finally {
    await nodes.close();
  }
}

/** Keeps accounts from the command line: `npm run account -- create --role coordinator …`. */
await main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof ConfigError ? error.mistakes.join("\n") : (error as Error).message}\n`);
    process.exit(1);
  },
);
