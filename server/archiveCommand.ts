import { join } from "node:path";
import { ArchiveFolder } from "./archive/archiveFolder.ts";
import { ArchiveCommandError, type ArchiveOptions, readArchiveOptions, USAGE } from "./archive/commandOptions.ts";
import { listArchive, verifyAndPrint } from "./archive/listing.ts";
import { archivedTexts, replayInto } from "./archive/replay.ts";
import { type Config, readConfig } from "./config.ts";
import { ConfigError } from "./errors.ts";
import { adoptArchive } from "./redis/adoptArchive.ts";
import { RedisNodes } from "./redis/connection.ts";
import { eventLog } from "./redis/eventStream.ts";
import { openStore } from "./redis/openStore.ts";
import { usedStore } from "./redis/usedStore.ts";

const print = (line: string) => void process.stdout.write(`${line}\n`);

/** Runs with the store that these addresses name. */
async function withStore<T>(urls: readonly string[], work: (nodes: RedisNodes) => Promise<T>): Promise<T> {
  const nodes = new RedisNodes(urls);
  try {
    return await work(nodes);
  } finally {
    await nodes.close();
  }
}

async function replay(folder: ArchiveFolder, options: ArchiveOptions, config: Config): Promise<number> {
  const { from, to, office, into } = options;
  if (from === null || to === null) throw new ArchiveCommandError("Name the days with --from and --to.");
  if (into === null) {
    for await (const { texts } of archivedTexts(folder, { from, to, office }))
      process.stdout.write(`${texts.join("\n")}\n`);
    return 0;
  }
  const { sent, left } = await withStore(into.split(","), async (nodes) => {
    const partitions = await openStore(nodes, config.partitions);
    return replayInto(eventLog(nodes, partitions), folder, { from, to, office });
  });
  print(`${sent} events were sent again${left === 0 ? "" : `, ${left} entries that name no office were left out`}.`);
  return 0;
}

async function run(options: ArchiveOptions): Promise<number> {
  const config = readConfig(process.env);
  const folder = new ArchiveFolder(join(config.dataDir, "archive"));
  switch (options.command) {
    case "list":
      return listArchive(folder, print);
    case "verify":
      return verifyAndPrint(folder, print);
    case "replay":
      return replay(folder, options, config);
    case "adopt":
      return withStore(usedStore(config), async (nodes) => {
        const partitions = await openStore(nodes, config.partitions);
        print(`The archive of ${await adoptArchive(nodes, partitions, folder)} partitions lies in ${folder.path} now.`);
        return 0;
      });
    default:
      throw new ArchiveCommandError(`"${options.command}" is no command.\n\n${USAGE}`);
  }
}

async function main(): Promise<number> {
  const options = readArchiveOptions(process.argv.slice(2));
  if (options !== null) return run(options);
  process.stdout.write(USAGE);
  return 0;
}

/** The archive by hand: `npm run archive -- list`. */
await main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof ConfigError ? error.mistakes.join("\n") : (error as Error).message}\n`);
    process.exit(error instanceof ArchiveCommandError ? 2 : 1);
  },
);
