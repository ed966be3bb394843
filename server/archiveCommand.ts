import { join } from "node:path";
import { indexReference } from "../shared/referenceIndex.ts";
import { ArchiveFolder } from "./archive/archiveFolder.ts";
import {
  ArchiveCommandError,
  type ArchiveOptions,
  monthDays,
  readArchiveOptions,
  USAGE,
} from "./archive/commandOptions.ts";
import { listArchive, verifyAndPrint } from "./archive/listing.ts";
import { reconcile } from "./archive/reconcile.ts";
import { printReconciliation } from "./archive/recountCommand.ts";
import { archivedTexts, replayInto } from "./archive/replay.ts";
import { endWith, withStore } from "./commandLine.ts";
import { type Config, readConfig } from "./config.ts";
import { RedisAwayError } from "./errors.ts";
import { adoptArchive } from "./redis/adoptArchive.ts";
import { RedisNodes } from "./redis/connection.ts";
import { eventLog } from "./redis/eventStream.ts";
import { openStore } from "./redis/openStore.ts";
import { rebuild } from "./redis/rebuild.ts";
import { recountParts } from "./redis/recountParts.ts";
import { usedStore } from "./redis/usedStore.ts";
import { loadReference } from "./reference.ts";
import { officeRules } from "./rules.ts";

const print = (line: string) => void process.stdout.write(`${line}\n`);

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

/** What folding the archived events takes: the reference data, and the clock that the centre ran with. */
async function grounds(config: Config, folder: ArchiveFolder) {
  const index = indexReference(await loadReference(config.reference));
  const offset = process.env.CLOCK_OFFSET_MS ? config.clockOffsetMs : (folder.centre()?.clockOffsetMs ?? 0);
  return { index, rules: officeRules(index, config.operatorMonths), clock: { now: () => Date.now() + offset, offset } };
}

async function rebuildInto(folder: ArchiveFolder, { into }: ArchiveOptions, config: Config): Promise<number> {
  if (into === null) throw new ArchiveCommandError("Name the empty Redis with --into redis://…");
  const { rules, clock } = await grounds(config, folder);
  let used: readonly string[] = [];
  try {
    used = usedStore(config);
  } catch (error) {
    if (!(error instanceof RedisAwayError)) throw error;
    print("The running store can not be reached: only what is archived is taken.");
  }
  const streams = used.length === 0 ? null : new RedisNodes(used);
  const begun = performance.now();
  try {
    const partitions = folder.centre()?.partitions ?? config.partitions;
    const progress = (partition: number, entries: number) =>
      process.stderr.isTTY && process.stderr.write(`\rpartition ${partition}: ${entries} entries `);
    const entries = await withStore(into.split(","), (target) =>
      rebuild({ source: { folder, streams }, target, partitions, clock, rules, progress }),
    );
    const seconds = (performance.now() - begun) / 1000;
    print(`${entries} entries were folded into ${partitions} partitions in ${seconds.toFixed(1)} s.`);
    print("Accounts, tokens and settings are no events: set them anew.");
    return 0;
  } finally {
    await streams?.close();
  }
}

async function recount(folder: ArchiveFolder, options: ArchiveOptions, config: Config): Promise<number> {
  const { office, region } = options;
  const { from, to } = options.month === null ? options : monthDays(options.month);
  if (from === null || to === null) throw new ArchiveCommandError("Name a month such as 2026-10, or --from and --to.");
  const { index, rules, clock } = await grounds(config, folder);
  const known = [...index.offices.values()].filter(
    (each) => (office === null || each.id === office) && (region === null || each.region === region),
  );
  if (known.length === 0) throw new ArchiveCommandError("The reference data have no such office or region.");
  const offices = known.map(({ id }) => id);
  return withStore(usedStore(config), async (nodes) => {
    const partitions = await openStore(nodes, config.partitions);
    const parts = recountParts({ nodes, partitions, folder, clock, rules });
    const found = await reconcile(parts, { from, to, offices }, async () => {});
    return printReconciliation(found, print) ? 0 : 1;
  });
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
    case "rebuild":
      return rebuildInto(folder, options, config);
    case "recount":
      return recount(folder, options, config);
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
await endWith(main(), (error) => (error instanceof ArchiveCommandError ? 2 : 1));
