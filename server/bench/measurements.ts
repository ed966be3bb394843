import type { Bench } from "./bench.ts";
import { measureCatchingUp } from "./catchingUp.ts";
import { measureClient } from "./client.ts";
import { measureExports } from "./exports.ts";
import { measureForecast } from "./forecast.ts";
import { measureLongTasks } from "./longTasks.ts";
import { makeMonth } from "./month.ts";
import type { LineName } from "./options.ts";
import { startPeakCentre } from "./peak.ts";
import type { Result } from "./result.ts";
import { measureScreen } from "./screen.ts";
import { measureStart } from "./start.ts";
import { measureStatistics } from "./statistics.ts";
import { measureViewers } from "./viewersLine.ts";

/** A measurement that could not be made, and why. */
export interface Failure {
  readonly line: LineName;
  readonly failed: string;
}

/** What several measurements are made on, started once for all of them. */
interface Ground {
  stop(): Promise<void>;
}

interface Family<G extends Ground> {
  start(bench: Bench): Promise<G>;
  readonly lines: Partial<Readonly<Record<LineName, (bench: Bench, ground: G) => Promise<Result>>>>;
}

const nothing = { stop: async () => {} };
const alone: Family<Ground> = {
  start: async () => nothing,
  lines: { "catching-up": measureCatchingUp, forecast: measureForecast },
};
const month = {
  start: makeMonth,
  lines: { statistics: measureStatistics, exports: measureExports, start: measureStart },
};
const peak = {
  start: startPeakCentre,
  lines: { screen: measureScreen, viewers: measureViewers, client: measureClient, longtasks: measureLongTasks },
};

async function* measureFamily<G extends Ground>(
  bench: Bench,
  { start, lines }: Family<G>,
  only: readonly LineName[],
): AsyncGenerator<Result | Failure> {
  const wanted = only.filter((line) => lines[line] !== undefined);
  if (wanted.length === 0) return;
  const failed = (error: unknown) => (error instanceof Error ? error.message : String(error));
  let ground: G;
  try {
    ground = await start(bench);
  } catch (error) {
    for (const line of wanted) yield { line, failed: failed(error) };
    return;
  }
  try {
    for (const line of wanted) {
      const measured = lines[line]?.(bench, ground).catch((error: unknown) => ({ line, failed: failed(error) }));
      if (measured !== undefined) yield await measured;
    }
  } finally {
    await ground.stop();
  }
}

/** The measurements that were asked for, one after the other; one that fails does not keep the others from being made. */
export async function* measure(bench: Bench, only: readonly LineName[]): AsyncGenerator<Result | Failure> {
  yield* measureFamily(bench, alone, only);
  yield* measureFamily(bench, month, only);
  yield* measureFamily(bench, peak, only);
}
