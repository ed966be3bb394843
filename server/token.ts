import { issueToken } from "./access/issueToken.ts";
import { besideCentre, endWith } from "./commandLine.ts";
import { redisTokenHashes } from "./redis/tokenHashes.ts";
import { loadReference } from "./reference.ts";

/** Issues an office's token: `npm run token -- KZ-71-01`. */
await endWith(
  besideCentre(async (nodes, config) => {
    const { offices } = await loadReference(config.reference);
    return issueToken(process.argv.slice(2), {
      hashes: redisTokenHashes(nodes),
      knownOffice: (id) => offices.some((office) => office.id === id),
      print: (line) => process.stdout.write(`${line}\n`),
    });
  }),
);
