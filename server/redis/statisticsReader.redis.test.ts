import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CloudEvent } from "../../shared/events.ts";
import type { Office } from "../../shared/reference.ts";
import { type ReferenceIndex, regionOn } from "../../shared/referenceIndex.ts";
import {
  DIMENSIONS,
  type Dimension,
  type Distribution,
  type FilterName,
  type StatisticsQuery,
  type StatisticsRow,
} from "../../shared/statistics.ts";
import { type Day, formatDay, formatMonth, localDay } from "../../shared/time.ts";
import { FIRST_MOMENT } from "../testing/arbitraryEvents.ts";
import { arbitraryScript, scriptWorld, type Told, ZONES } from "../testing/arbitraryScript.ts";
import { type NaiveRow, naiveRows } from "../testing/naive.ts";
import { type ScriptedStore, scriptedOffices, scriptedStore } from "../testing/scriptedStore.ts";
import { readStatistics } from "./statisticsReader.ts";

const RUNS = Number(process.env.LAW_RUNS ?? 25);
const QUESTIONS = 12;
const REGIONS = ["KZ-71", "KZ-43", "KZ-23"];
const FIRST_DAY = localDay(FIRST_MOMENT, "Asia/Almaty");

let store: ScriptedStore;
let index: ReferenceIndex;
beforeAll(async () => {
  store = await scriptedStore();
  index = await scriptedOffices((at) => ({
    region: REGIONS[at] as string,
    // the second office moves to another region within the days of the events
    formerRegions: at === 1 ? [{ region: "KZ-71", validTo: FIRST_DAY + 1 }] : [],
  }));
});
afterAll(() => store?.stop());

/** One naive row with what it is about. */
interface Cell {
  readonly of: Readonly<Partial<Record<Dimension, string>>>;
  readonly day: Day;
  readonly row: NaiveRow;
}
type Kind = "office" | "operator" | "matter" | "pair";

function kindOf(key: string): Kind {
  const [, operator, matter] = key.split("/");
  if (operator === undefined) return "office";
  if (matter === undefined) return "operator";
  return operator === "" ? "matter" : "pair";
}

function cells(events: ReadonlyMap<string, readonly CloudEvent[]>, kind: Kind, now: number): Cell[] {
  return [...events].flatMap(([id, list]) => {
    const office = index.offices.get(id) as Office;
    return [...naiveRows(list, scriptWorld(id, now))]
      .filter(([key]) => kindOf(key) === kind)
      .map(([key, row]): Cell => {
        const [date, operator = "", matter = "|"] = key.split("/");
        const [service = "", authority = ""] = matter.split("|");
        const day = Number(date);
        const region = regionOn(office, day);
        return {
          day,
          row,
          of: { day: formatDay(day), month: formatMonth(day), region, office: id, operator, service, authority },
        };
      });
  });
}

/** Figures that are plain sums, by their name in an answer and in a naive row, with the divisor of their unit. */
const SUMS = {
  accepted: ["accepted", 1],
  rejected: ["rejected", 1],
  returned: ["returned", 1],
  returnedByOperator: ["returnedByOperator", 1],
  ready: ["ready", 1],
  declined: ["declined", 1],
  issued: ["issued", 1],
  withdrawn: ["withdrawn", 1],
  due: ["due", 1],
  delayed: ["delayed", 1],
  open: ["open", 1],
  complaints: ["complaints", 1],
  thanks: ["thanks", 1],
} as const;
/** The same for those that are counted in tickets or at the desk, and so are not known of a service or an authority. */
const TICKET_SUMS = {
  ticketsIssued: ["ticketsIssued", 1],
  called: ["called", 1],
  served: ["served", 1],
  noShow: ["noShow", 1],
  left: ["left", 1],
  withinNorm: ["withinNorm", 1],
  paymentPause: ["paymentPause", 1000],
  signedIn: ["signedIn", 1000],
  paused: ["paused", 1000],
  serving: ["serving", 1000],
} as const;

function wrongDistribution(name: string, got: Distribution | null, durations: readonly number[]): string[] {
  const sorted = [...durations].sort((one, other) => one - other);
  const n = sorted.length;
  if (got?.n !== n) return [`${name}.n is ${got?.n}, not ${n}`];
  if (n === 0) return got.mean === null && got.p90 === null ? [] : [`${name} of nothing is not unknown`];
  const mean = sorted.reduce((sum, each) => sum + each, 0) / n / 1000;
  const wrong: string[] = got.mean === mean ? [] : [`${name}.mean is ${got.mean}, not ${mean}`];
  for (const [field, rank] of [
    ["p50", 0.5],
    ["p90", 0.9],
    ["max", 1],
  ] as const) {
    const exact = (sorted[Math.ceil(rank * n) - 1] as number) / 1000;
    if (Math.abs((got[field] as number) - exact) > exact * 0.01 + 1e-9)
      wrong.push(`${name}.${field} is ${got[field]}, not within 1 % of ${exact}`);
  }
  return wrong;
}

function wrongFigures(got: StatisticsRow, of: readonly Cell[], tickets: boolean): string[] {
  const sum = (name: string) => of.reduce((total, { row }) => total + (row.counts[name] ?? 0), 0);
  const wrong: string[] = [];
  const same = (name: string, value: unknown, expected: unknown) => {
    if (value !== expected) wrong.push(`${name} is ${value}, not ${expected}`);
  };
  for (const [name, [counter, unit]] of Object.entries(SUMS))
    same(name, got[name as keyof typeof SUMS], sum(counter) / unit);
  for (const [name, [counter, unit]] of Object.entries(TICKET_SUMS))
    same(name, got[name as keyof typeof TICKET_SUMS], tickets ? sum(counter) / unit : null);
  same("ratings.n", got.ratings?.n, sum("ratingsN"));
  same("ratings.mean", got.ratings?.mean, sum("ratingsN") === 0 ? null : sum("ratingsSum") / sum("ratingsN"));
  for (const leg of ["acceptedToSent", "readyToIssued"] as const) {
    same(`${leg}.n`, got.frontOfficeTime?.[leg].n, sum(`${leg}N`));
    same(`${leg}.seconds`, got.frontOfficeTime?.[leg].seconds, sum(leg) / 1000);
  }
  same("backOffice.n", got.backOfficeTime?.n, sum("backOfficeN"));
  same("backOffice.seconds", got.backOfficeTime?.seconds, sum("backOffice") / 1000);
  const rates = {
    rejectionRate: ["rejected", sum("accepted") + sum("rejected")],
    delayedRate: ["delayed", sum("due")],
    errorRate: ["returnedByOperator", sum("accepted")],
    ...(tickets
      ? { leftRate: ["left", sum("ticketsIssued")], withinNormRate: ["withinNorm", sum("called") + sum("left")] }
      : {}),
  } as Record<"rejectionRate" | "delayedRate" | "errorRate" | "leftRate" | "withinNormRate", [string, number]>;
  for (const [name, [numerator, denominator]] of Object.entries(rates)) {
    const rate = got[name as keyof typeof rates];
    same(`${name}.numerator`, rate?.numerator, sum(numerator));
    same(`${name}.denominator`, rate?.denominator, denominator);
    same(`${name}.value`, rate?.value, denominator === 0 ? null : sum(numerator) / denominator);
  }
  const all = (which: "waiting" | "service" | "lead") => of.flatMap(({ row }) => row[which]);
  wrong.push(...wrongDistribution("leadTime", got.leadTime, all("lead")));
  if (!tickets) return wrong;
  wrong.push(...wrongDistribution("waitingTime", got.waitingTime, all("waiting")));
  wrong.push(...wrongDistribution("serviceTime", got.serviceTime, all("service")));
  return wrong;
}

const WHAT_IT_IS_ABOUT: readonly (readonly [Kind, (asked: ReadonlySet<string>) => boolean])[] = [
  ["pair", (asked) => asked.has("operator") && (asked.has("service") || asked.has("authority"))],
  ["operator", (asked) => asked.has("operator")],
  ["matter", (asked) => asked.has("service") || asked.has("authority")],
  ["office", () => true],
];

function isNothing({ row }: Cell): boolean {
  const { waiting, service, lead, counts } = row;
  return waiting.length + service.length + lead.length === 0 && Object.values(counts).every((count) => count === 0);
}

async function wrongAnswers(told: Told, query: StatisticsQuery): Promise<string[]> {
  const clock = { now: () => told.now, offset: 0 };
  const answer = await readStatistics({ nodes: store.nodes, partitions: 1, index, clock }, query);
  const { by, filter, from, to } = query;
  const asked = new Set<string>([...by, ...Object.keys(filter)]);
  const [kind] = WHAT_IT_IS_ABOUT.find(([, fits]) => fits(asked)) as (typeof WHAT_IT_IS_ABOUT)[number];
  const known = cells(told.events, kind, told.now).filter(
    ({ day, of }) =>
      day >= from &&
      day <= to &&
      Object.entries(filter).every(([name, value]) => of[name as Dimension] === value) &&
      !(by.includes("authority") && of.authority === ""),
  );
  const nameOf = (of: StatisticsRow | Cell["of"]) =>
    [...by, ...(by.includes("operator") ? (["office"] as const) : [])].map((dimension) => of[dimension]).join(" ");
  const groups = new Map<string, Cell[]>();
  for (const cell of known) groups.set(nameOf(cell.of), [...(groups.get(nameOf(cell.of)) ?? []), cell]);
  const wrong: string[] = [];
  const rows = new Map(answer.rows.map((row) => [nameOf(row), row]));
  if (rows.size !== answer.rows.length) wrong.push("two rows are about the same");
  for (const [name, of] of groups) {
    const row = rows.get(name);
    if (row !== undefined)
      wrong.push(...wrongFigures(row, of, kind === "office" || kind === "operator").map((line) => `${name}: ${line}`));
    else if (!of.every(isNothing)) wrong.push(`there is no row of ${name}`);
  }
  for (const [name, row] of rows)
    if (!groups.has(name) && !(by.length === 0 && row.accepted === null)) wrong.push(`${name} is a row too many`);
  return wrong;
}

const filters: Record<FilterName, readonly string[]> = {
  region: ["KZ-71", "KZ-43", "KZ-23", "KZ-10"],
  office: Object.keys(ZONES),
  operator: ["op-1", "op-2"],
  service: ["passport", "land-act", "not-in-book"],
  authority: ["justice", "land"],
};
const question: fc.Arbitrary<StatisticsQuery> = fc.record({
  from: fc.integer({ min: -1, max: 3 }).map((day) => FIRST_DAY + day),
  to: fc.integer({ min: 1, max: 6 }).map((day) => FIRST_DAY + day),
  by: fc.subarray([...DIMENSIONS], { maxLength: 2 }).chain((by) => fc.constantFrom(by, [...by].reverse())),
  filter: fc
    .record({
      region: fc.constantFrom(...filters.region),
      office: fc.constantFrom(...filters.office),
      operator: fc.constantFrom(...filters.operator),
      service: fc.constantFrom(...filters.service),
      authority: fc.constantFrom(...filters.authority),
    })
    .chain((all) =>
      fc
        .subarray(Object.entries(all), { maxLength: 2 })
        .map((chosen): StatisticsQuery["filter"] => Object.fromEntries(chosen)),
    ),
});

describe("statistics from the stored rows", () => {
  it("every answer, by any one or two dimensions and with any filter, is the sum of the naive rows: counts and means exact, quantiles within 1 %", {
    timeout: 600_000,
  }, async () => {
    const questions = fc.array(question, { minLength: QUESTIONS, maxLength: QUESTIONS });
    await fc.assert(
      fc.asyncProperty(arbitraryScript(40), questions, async (told, asked) => {
        await store.tell({ ...told.script, deaths: [] });
        for (const query of asked) expect(await wrongAnswers(told, query), JSON.stringify(query)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it("the totals of a country are the sums of its offices, of its regions and of its days", {
    timeout: 600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryScript(20), async (told) => {
        await store.tell({ ...told.script, deaths: [] });
        const clock = { now: () => told.now, offset: 0 };
        const ask = (by: Dimension[]) =>
          readStatistics(
            { nodes: store.nodes, partitions: 1, index, clock },
            { from: FIRST_DAY - 1, to: FIRST_DAY + 6, by, filter: {} },
          );
        const whole = (await ask([])).rows[0] as StatisticsRow;
        for (const by of [["office"], ["region"], ["day"], ["month"], ["office", "day"]] as Dimension[][]) {
          const { rows } = await ask(by);
          for (const name of ["accepted", "served", "due", "delayed", "signedIn", "serving"] as const)
            expect(rows.reduce((sum, row) => sum + (row[name] as number), 0)).toBeCloseTo(whole[name] as number, 6);
        }
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  });
});
