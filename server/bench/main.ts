import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { indexReference } from "../../shared/referenceIndex.ts";
import { loadReference } from "../reference.ts";
import type { Bench } from "./bench.ts";
import { measureCatchingUp } from "./catchingUp.ts";
import { describeMachine } from "./machine.ts";
import { type BenchOptions, type LineName, readOptions, UsageError } from "./options.ts";
import { machineLine, textOf } from "./report.ts";
import type { Result } from "./result.ts";

const MEASUREMENTS: Partial<Readonly<Record<LineName, (bench: Bench) => Promise<Result>>>> = {
  "catching-up": measureCatchingUp,
};

async function run({ only, quick, profile, json }: BenchOptions): Promise<void> {
  const machine = describeMachine();
  const bench: Bench = {
    index: indexReference(await loadReference("seeds")),
    programs: dirname(fileURLToPath(import.meta.url)),
    quick,
    profile,
    say: (progress) => void process.stderr.write(`… ${progress}\n`),
  };
  if (!json) process.stdout.write(`${machineLine(machine)}\n`);
  const results: Result[] = [];
  for (const name of only) {
    const result = await MEASUREMENTS[name]?.(bench);
    if (result === undefined) continue;
    results.push(result);
    if (!json) process.stdout.write(`\n${textOf(result)}\n`);
  }
  if (json) process.stdout.write(`${JSON.stringify({ machine, results }, null, 2)}\n`);
}

try {
  await run(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
