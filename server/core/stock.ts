import {
  type AgeBand,
  type DaysInOutage,
  type DaysUsed,
  type DelayLedger,
  FRONT_STAGES,
  HOLDERS,
  type Holder,
  OUTAGE_HOLDERS,
  type OutageHolder,
  STAGES,
  type Stage,
  type StockCount,
} from "../../shared/stock.ts";
import { ageOf, bucketOf, type Counted, daysLate, daysUsed, type Horizon, stageOf } from "./daysUsed.ts";
import type { OpenApplication } from "./openApplication.ts";
import { lateInOutage, type OutageDays } from "./outageDays.ts";

/** Applications of one authority at one stage: how many by urgency, and how many of each age in working days. */
export interface Cell {
  overdue: number;
  today: number;
  soon: number;
  readonly ages: number[];
}

/** What is in hand of one authority's applications. */
export interface Pile {
  readonly stages: Readonly<Record<Stage, Cell>>;
  applications: number;
  readonly delayed: Record<Holder, number>;
  readonly outage: Record<OutageHolder, number>;
  readonly used: Record<Holder, number>;
}

/** What is in hand, by authority. Piles of several offices are added; no figure depends on how they were put together. */
export type Piles = Map<string, Pile>;

const noCell = (): Cell => ({ overdue: 0, today: 0, soon: 0, ages: [] });
const noDays = (): Record<Holder, number> => ({ frontOffice: 0, authority: 0, applicant: 0 });

function emptyPile(): Pile {
  return {
    stages: { accepted: noCell(), sent: noCell(), received: noCell(), returned: noCell(), ready: noCell() },
    applications: 0,
    delayed: noDays(),
    outage: { frontOffice: 0, applicant: 0 },
    used: noDays(),
  };
}

function pileOf(piles: Piles, authority: string): Pile {
  let pile = piles.get(authority);
  if (pile === undefined) {
    pile = emptyPile();
    piles.set(authority, pile);
  }
  return pile;
}

function addDays(sum: Record<Holder, number>, days: DaysUsed): void {
  for (const holder of HOLDERS) sum[holder] += days[holder];
}

function addOutage(sum: Record<OutageHolder, number>, days: DaysInOutage): void {
  for (const holder of OUTAGE_HOLDERS) sum[holder] += days[holder];
}

/** Puts one application on its authority's pile; `outages` are its office's. */
export function pileUp(
  piles: Piles,
  of: OpenApplication,
  counted: Counted,
  horizon: Horizon,
  outages: OutageDays = [],
): void {
  const pile = pileOf(piles, of.authority);
  const cell = pile.stages[stageOf(of)];
  const age = ageOf(of, counted);
  cell.ages[age] = (cell.ages[age] ?? 0) + 1;
  const bucket = bucketOf(of, counted.now, horizon);
  if (bucket === "overdue") {
    cell.overdue += 1;
    pile.applications += 1;
    addDays(pile.delayed, daysLate(of, counted));
    addOutage(pile.outage, lateInOutage(of, counted, outages));
    addDays(pile.used, daysUsed(of, counted));
  } else if (bucket === "today" || bucket === "soon") cell[bucket] += 1;
}

function addCell(sum: Cell, { overdue, today, soon, ages }: Cell): void {
  sum.overdue += overdue;
  sum.today += today;
  sum.soon += soon;
  ages.forEach((count, age) => {
    sum.ages[age] = (sum.ages[age] ?? 0) + count;
  });
}

/** Adds piles to others. */
export function addPiles(sum: Piles, piles: Piles): void {
  for (const [authority, pile] of piles) {
    const into = pileOf(sum, authority);
    for (const stage of STAGES) addCell(into.stages[stage], pile.stages[stage]);
    into.applications += pile.applications;
    addDays(into.delayed, pile.delayed);
    addOutage(into.outage, pile.outage);
    addDays(into.used, pile.used);
  }
}

function countOf(cells: readonly Cell[]): StockCount {
  const sum = noCell();
  for (const cell of cells) addCell(sum, cell);
  const { overdue, today, soon, ages } = sum;
  let n = 0;
  for (const count of ages) n += count ?? 0;
  return {
    n,
    overdue,
    today,
    soon,
    ageP50: n === 0 ? null : median(ages, n),
    ageOldest: n === 0 ? null : ages.length - 1,
  };
}

/** The nearest-rank median: the age of the one in the middle. */
function median(ages: readonly number[], n: number): number {
  let below = 0;
  return ages.findIndex((count) => {
    below += count ?? 0;
    return below * 2 >= n;
  });
}

const RUNNING = STAGES.filter((stage) => stage !== "ready");

/** What runs of piles: all stages but the one in which the clock has stopped. */
export function runningOf(piles: Piles): StockCount {
  return countOf([...piles.values()].flatMap(({ stages }) => RUNNING.map((stage) => stages[stage])));
}

/** The counts of piles by stage. */
export function stagesOf(piles: readonly Pile[]): Readonly<Record<Stage, StockCount>> {
  const of = (stage: Stage) => countOf(piles.map(({ stages }) => stages[stage]));
  return {
    accepted: of("accepted"),
    sent: of("sent"),
    received: of("received"),
    returned: of("returned"),
    ready: of("ready"),
  };
}

/** Whose the delayed days of piles are. */
export function ledgerOf(piles: readonly Pile[]): DelayLedger {
  const [delayed, used] = [noDays(), noDays()];
  const outage = { frontOffice: 0, applicant: 0 };
  let applications = 0;
  for (const pile of piles) {
    applications += pile.applications;
    addDays(delayed, pile.delayed);
    addOutage(outage, pile.outage);
    addDays(used, pile.used);
  }
  return { applications, delayed, outage, used };
}

/** Lowest ages of the bands, working days. */
const BANDS = [0, 2, 4, 6, 11, 16, 31];

/** What runs by age and by who holds it. */
export function bandsOf(piles: readonly Pile[]): readonly AgeBand[] {
  return BANDS.map((from, at) => {
    const next = BANDS[at + 1];
    const within = (front: boolean) => {
      let n = 0;
      for (const { stages } of piles)
        for (const stage of RUNNING)
          if (FRONT_STAGES.includes(stage) === front)
            stages[stage].ages.forEach((count, age) => {
              if (age >= from && (next === undefined || age < next)) n += count;
            });
      return n;
    };
    return { from, to: next === undefined ? null : next - 1, frontOffice: within(true), authority: within(false) };
  });
}
