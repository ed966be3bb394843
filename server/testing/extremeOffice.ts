import { ALERT_CAUSES, type Explanation, MOST_WORDS } from "../../shared/alerts.ts";
import type { Names, Office } from "../../shared/reference.ts";
import { indexReference } from "../../shared/referenceIndex.ts";
import type { Report } from "../../shared/report.ts";
import type { StatisticsRow } from "../../shared/statistics.ts";
import { DAY_MS, formatDay, parseDay } from "../../shared/time.ts";
import { emptyTotal, figuresOf } from "../core/figures.ts";
import type { OperatorMonth } from "../core/operatorMonth.ts";
import { revisionTables } from "../core/reportChanges.ts";
import type { CauseCount, LateDays, MonthFacts, PeriodFigures } from "../core/reportFacts.ts";
import { daysOf, monthBefore, monthWith, yearBefore } from "../core/reportMonth.ts";
import { reportTables } from "../core/reportTables.ts";
import { loadReference } from "../reference.ts";

/** How much there is of everything in the office. */
const MANY = { explanations: 200, services: 57, authorities: 15, operators: 40, reasons: 60 } as const;
const HOLDERS = ["frontOffice", "authority", "applicant"] as const;
const COVERAGE = { expected: 1, reporting: 1, silent: [], oldestEvent: null, missingEvents: 40_000 };
const WORDS =
  "Өңірлік деректер орталығындағы электр қуатының апатты ажыратылуы салдарынан құжаттарды қабылдау тоқтатылды ";

const long = (names: Names): Names => ({
  kk: `${names.kk} және олармен байланысты өзге де құқықтарды мемлекеттік тіркеу туралы мәліметтер`,
  ru: `${names.ru} и сведения о государственной регистрации иных связанных с ними прав и обременений`,
  en: `${names.en} and particulars of the state registration of all other rights connected with them`,
});

/** Every leaf of a figure as a large number. */
function large(value: unknown, name: string): unknown {
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, large(part, key)]));
  return name === "value" ? 0.8765 : 23_456;
}
const FIGURES = large(figuresOf(emptyTotal(), true), "") as StatisticsRow;

function operatorMonth(operator: string): OperatorMonth {
  return {
    ...{ operator, days: 31, targetDays: 31, servedPerDay: 123.4, acceptedPerDay: 123.4, targetPerDay: 130.5 },
    ...{ demandDays: 31, nobodyWaiting: 123_456, peopleWaiting: 123_456, verdict: "nobody-waited" },
    verdicts: { reached: 7, "on-the-way": 8, "nobody-waited": 8, "people-waited": 8, unknown: 0 },
  };
}

/**
 * A month of one office of which there is as much as can be: explanations as long as they may be, refusals and returns for
 * every reason, all services and authorities under long names, operators with the longest numbers, and a revision.
 */
export async function extremeOffice(): Promise<Report> {
  const reference = await loadReference("seeds");
  const index = indexReference({
    ...reference,
    services: reference.services.map((each) => ({ ...each, names: long(each.names) })),
    authorities: reference.authorities.map((each) => ({ ...each, names: long(each.names) })),
  });
  const office = index.offices.get("KZ-71-01") as Office;
  const month = monthWith(parseDay("2026-10-01") as number);
  const place = { kind: "office", id: office.id, names: long(office.names) } as const;
  const services = [...index.services.keys()].slice(0, MANY.services);
  const authorities = [...index.authorities.keys()].slice(0, MANY.authorities);
  const operators = Array.from({ length: MANY.operators }, (_, at) => `${office.id}-${"ABDRAKHMANOV-".repeat(4)}${at}`);
  const reasons = Array.from({ length: MANY.reasons }, (_, at) => `${"no-ground-of-the-law-".repeat(2)}${at}`);
  const causes = reasons.flatMap((reason, at): CauseCount[] => {
    const [service, authority] = [services[at % services.length] ?? "", authorities[at % authorities.length] ?? ""];
    const faults = ["operator", "applicant", "authority", "rule-change"];
    return [
      { office: office.id, cause: { kind: "rejected", service, reason }, n: 1_000 + at },
      ...faults.map((fault): CauseCount => {
        return { office: office.id, cause: { kind: "returned", fault, service, authority, reason }, n: 100 + at };
      }),
      ...HOLDERS.map((holder): CauseCount => {
        return { office: office.id, cause: { kind: "delayed", holder, service, authority }, n: 10 + at };
      }),
    ];
  });
  const lateDays = authorities.flatMap((authority, at) =>
    HOLDERS.map((holder): LateDays => {
      return { office: office.id, authority, holder, days: 40_000 + at, outage: holder === "authority" ? null : 400 };
    }),
  );
  const begin = month.from * DAY_MS;
  const explanations = Array.from({ length: MANY.explanations }, (_, at): Explanation => {
    return {
      ...{ id: `${at}`, region: office.region, office: office.id, kind: null, alert: null, by: { role: "manager" } },
      ...{ cause: ALERT_CAUSES[at % ALERT_CAUSES.length] ?? "other", at: 0, withdrawn: null, earlier: [] },
      words: WORDS.repeat(4).slice(0, MOST_WORDS),
      action: `${at} ${WORDS.repeat(4)}`.slice(0, MOST_WORDS),
      ...{ from: begin + at * 3_600_000, until: begin + (at + 1 + ((at * 7) % 90)) * 3_600_000 },
    };
  });
  const period = (of: typeof month): PeriodFigures => {
    return { month: of, until: of.to, row: FIGURES, coverage: COVERAGE, status: "revised", imported: null };
  };
  const days = daysOf(month.from, month.to);
  const facts: MonthFacts = {
    index,
    place,
    period: period(month),
    before: period(monthBefore(month)),
    yearAgo: period(yearBefore(month)),
    days: days.map((day) => ({ ...FIGURES, day: formatDay(day) })),
    regions: [],
    offices: [],
    services: services.map((service) => ({ ...FIGURES, service })),
    authorities: authorities.map((authority) => ({ ...FIGURES, authority })),
    operators: operators.map((operator) => ({ ...FIGURES, office: office.id, operator })),
    causes,
    lateDays,
    events: [{ office: office.id, byDay: days.map(() => 5_000), received: 1, promised: 2, lastEvent: begin }],
    explanations,
    targets: new Map([[office.id, operators.map(operatorMonth)]]),
  };
  const changes = services.map((_, at) => ({ office: office.id, figure: "accepted", before: at, after: at + 1 }));
  const late = [{ office: office.id, events: 40_000 }];
  const reason = WORDS.repeat(3).trim();
  return {
    ...{ month: month.id, place, status: "revised", version: 12, asOf: "2026-11-03T04:15:00.000Z", coverage: COVERAGE },
    events: { received: 1_160_000, promised: 1_200_000 },
    checksum: "4f9d2c6a01b7e85344f0c1d2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6",
    tables: [...reportTables(facts), ...revisionTables(index, new Set([office.id]), changes, late)],
    notes: [{ kk: reason, ru: reason, en: reason }],
  };
}
