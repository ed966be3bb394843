import { resolve } from "node:path";
import { findMapping } from "./findMapping.ts";
import { httpWay } from "./httpWay.ts";
import { importTotals } from "./importTotals.ts";
import { type Destination, readOptions, USAGE } from "./options.ts";
import { redisWay } from "./redisWay.ts";
import { openRefusalFile } from "./refusalFile.ts";
import { runImport } from "./runImport.ts";
import { ImportError } from "./sourceRecord.ts";
import { findTotalsMapping } from "./totalsMapping.ts";
import type { WayIn } from "./wayIn.ts";

/** What the command is given from outside. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results. */
  out(text: string): void;
  /** Progress and mistakes. */
  err(text: string): void;
}

async function wayTo(destination: Destination): Promise<WayIn | null> {
  switch (destination.kind) {
    case "check":
      return null;
    case "http":
      return httpWay(destination.url, destination.token);
    case "redis":
      return redisWay(destination.place);
  }
}

async function work(args: readonly string[], { env, out, err }: Surroundings): Promise<number> {
  const options = readOptions(args, env);
  if (options === null) {
    out(USAGE);
    return 0;
  }
  const { file, destination } = options;
  if (options.refused !== null && resolve(options.refused) === resolve(file))
    throw new ImportError("--refused: names the very file that is imported; name another one.");
  const totals = await findTotalsMapping(options.mapping);
  if (totals !== null) {
    const said = await importTotals(file, totals, destination);
    out(`${said.lines.join("\n")}\n`);
    return said.refused.length > 0 ? 1 : 0;
  }
  const mapping = await findMapping(options.mapping);
  const refusals = options.refused === null ? null : await openRefusalFile(options.refused);
  const way = await wayTo(destination);
  try {
    err(
      `${way === null ? "Checking" : "Importing"} ${file} by the mapping "${mapping.name}"${way === null ? "" : ` into ${way.name}`}\n`,
    );
    const sheet = await runImport({
      file,
      mapping,
      way,
      onRefused: (refusal) => refusals?.write(refusal),
      onProgress: (sentence) => err(`  ${sentence}\n`),
    });
    out(`${sheet.lines(file, way === null).join("\n")}\n`);
    if (destination.kind === "redis")
      out(
        "What the centre itself refuses (an unknown office, a time ahead of its clock) is listed among its dead letters.\n",
      );
    if (sheet.refused > 0 && options.refused !== null) out(`All refusals are in ${options.refused}.\n`);
    return sheet.refused > 0 ? 1 : 0;
  } finally {
    await way?.close();
    await refusals?.close();
  }
}

/** Runs the import that a command line asks for; the exit code is 0 when everything was taken, 1 when something was refused, 2 when it could not go on. */
export async function importByCommandLine(args: readonly string[], around: Surroundings): Promise<0 | 1 | 2> {
  try {
    return (await work(args, around)) === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    around.err(`${error.message}\n`);
    return 2;
  }
}
