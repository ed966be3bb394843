import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { indexReference } from "../../shared/referenceIndex.ts";
import { loadReference } from "../reference.ts";
import type { Bench } from "./bench.ts";
import { measureCatchingUp } from "./catchingUp.ts";
import { measureClient } from "./client.ts";
import { describeMachine } from "./machine.ts";
import { type Month, makeMonth } from "./month.ts";
import { type BenchOptions, type LineName, readOptions, UsageError } from "./options.ts";
import { type PeakCentre, startPeakCentre } from "./peak.ts";
import { machineLine, textOf } from "./report.ts";
import type { Result } from "./result.ts";
import { measureScreen } from "./screen.ts";
import { measureStart } from "./start.ts";
import { measureStatistics } from "./statistics.ts";
import { runViewers } from "./viewers.ts";
import { measureViewers } from "./viewersLine.ts";
import { NoBrowserError } from "./wall.ts";

const AT_PEAK: Partial<Record<LineName, (bench: Bench, peak: PeakCentre) => Promise<Result>>> = {
  screen: measureScreen,
  viewers: measureViewers,
  client: measureClient,
};

const OF_A_MONTH: Partial<Record<LineName, (bench: Bench, month: Month) => Promise<Result>>> = {
  statistics: measureStatistics,
  start: measureStart,
};

/** The measurements that were asked for, one after the other; those of the month share a store, those of the peak a centre. */
async function* measure(bench: Bench, only: readonly LineName[]): AsyncGenerator<Result> {
  if (only.includes("catching-up")) yield await measureCatchingUp(bench);
  const ofMonth = only.flatMap((name) => OF_A_MONTH[name] ?? []);
  if (ofMonth.length > 0) {
    const month = await makeMonth(bench);
    try {
      for (const each of ofMonth) yield await each(bench, month);
    } finally {
      await month.stop();
    }
  }
  const atPeak = only.flatMap((name) => AT_PEAK[name] ?? []);
  if (atPeak.length > 0) {
    const peak = await startPeakCentre(bench);
    try {
      for (const each of atPeak) {
        try {
          yield await each(bench, peak);
        } catch (error) {
          if (!(error instanceof NoBrowserError)) throw error;
          bench.say(error.message);
        }
      }
    } finally {
      await peak.stop();
    }
  }
}

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
