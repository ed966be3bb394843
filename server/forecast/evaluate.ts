import type { WaitError } from "../../shared/forecast.ts";
import type { Office } from "../../shared/reference.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import { type Day, dayStart } from "../../shared/time.ts";
import { waitRecord } from "../core/waitError.ts";
import { replayWaits } from "../core/waitErrorReplay.ts";
import { emptyScores, scoreWeek, summaryOf } from "./evaluation.ts";
import { liveThrough, simulatedCountry } from "./simulatedWeeks.ts";

/** How much of the country is simulated, and for how long. */
export interface EvaluationSize {
  readonly seed: string;
  /** The last day; the week that ends with it is forecast, the weeks before are its history. */
  readonly last: Day;
  readonly weeks: number;
  /** In so many regions, one office of each kind. */
  readonly regions: number;
  readonly kinds: readonly Office["kind"][];
  readonly scale: number;
}

/** Waits are held against predictions over so many days, as the product does it. */
const WAIT_DAYS = 14;

function officesOf(index: ReferenceIndex, { regions, kinds }: EvaluationSize): Office[] {
  return kinds.flatMap((kind) => {
    const first = new Map<string, Office>();
    for (const office of index.offices.values())
      if (office.kind === kind && !first.has(office.region)) first.set(office.region, office);
    return [...first.values()].slice(0, regions);
  });
}

/**
 * Lets offices live for some weeks, forecasts each day of the last one at four of its hours from what had been told by
 * then, and holds the forecasts against what came; the waits likewise. The forecasts know nothing of how it is simulated.
 */
export function evaluate(index: ReferenceIndex, size: EvaluationSize, each: (office: Office) => void = () => {}) {
  const world = simulatedCountry(index, size.seed, size.scale, size.last);
  const tickets = emptyScores();
  const accepted = emptyScores();
  const errors: WaitError[] = [];
  for (const office of officesOf(index, size)) {
    each(office);
    const life = liveThrough(world, office, size.last - size.weeks * 7 + 1, size.last);
    scoreWeek(life.tickets, office, index, size.last, tickets);
    scoreWeek(life.accepted, office, index, size.last, accepted);
    const from = dayStart(size.last - WAIT_DAYS, office.zone);
    const past = life.past.filter(({ issued }) => issued >= from);
    const error = waitRecord(replayWaits(past, life.presences, office.zone)).errors.get("");
    if (error !== undefined) errors.push(error);
  }
  const n = errors.reduce((sum, error) => sum + error.n, 0);
  const weighed = (of: (error: WaitError) => number) => errors.reduce((sum, error) => sum + of(error) * error.n, 0) / n;
  return {
    tickets: summaryOf(tickets),
    accepted: summaryOf(accepted),
    waits: {
      n,
      offices: errors.length,
      coverage: weighed(({ coverage }) => coverage),
      medianAbsolute: weighed(({ medianAbsolute }) => medianAbsolute),
      worst: Math.max(...errors.map(({ medianAbsolute }) => medianAbsolute)),
    },
  };
}
