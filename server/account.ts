import { keepAccounts } from "./access/accountCommands.ts";
import { AccountOffice } from "./access/accountOffice.ts";
import { besideCentre, endWith } from "./commandLine.ts";
import { accountStore } from "./redis/accountStore.ts";
import { auditStore } from "./redis/auditStore.ts";
import { loadReference } from "./reference.ts";

/** Keeps accounts from the command line: `npm run account -- create --role coordinator …`. */
await endWith(
  besideCentre(async (nodes, config) => {
    const { offices, regions } = await loadReference(config.reference);
    const clock = { now: () => Date.now() + config.clockOffsetMs };
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
    const print = (line: string) => process.stdout.write(`${line}\n`);
    return keepAccounts(process.argv.slice(2), { accounts, office, print });
  }),
);
