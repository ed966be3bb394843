import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { indexReference } from "../../shared/referenceIndex.ts";
import { loadReference } from "../reference.ts";
import type { Bench } from "./bench.ts";
import { describeMachine } from "./machine.ts";
import { type Failure, measure } from "./measurements.ts";
import { provideNeeded } from "./neededPrograms.ts";
import { type BenchOptions, readOptions, UsageError } from "./options.ts";
import { machineLine, textOf } from "./report.ts";
import type { Result } from "./result.ts";
import { runViewers } from "./viewers.ts";

async function run({ only, quick, full, profile, json }: BenchOptions): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));
  const say = (progress: string) => void process.stderr.write(`… ${progress}\n`);
  await provideNeeded(only, say);
  const machine = describeMachine();
  const bench: Bench = {
    index: indexReference(await loadReference("seeds")),
    programs: dirname(fileURLToPath(import.meta.url)),
    quick,
    full,
    profile,
    say,
  };
  if (!json) process.stdout.write(`${machineLine(machine)}\n`);
  const results: (Result | Failure)[] = [];
  for await (const result of measure(bench, only)) {
    results.push(result);
    if (!json) process.stdout.write(`\n${textOf(result)}\n`);
  }
  if (json) process.stdout.write(`${JSON.stringify({ machine, results }, null, 2)}\n`);
}

const [program, url, count] = process.argv.slice(2);
if (program === "viewers") await runViewers(url as string, Number(count));
else
  try {
    await run(readOptions(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
