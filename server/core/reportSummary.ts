import type { ReportCell, ReportTable } from "../../shared/report.ts";
import { formatDay } from "../../shared/time.ts";
import { importedNotes } from "./importedWords.ts";
import { COUNT_PATHS, comparedColumn, figureAt, RATE_IDS, TIME_IDS, wordedColumn } from "./reportColumns.ts";
import type { MonthFacts, PeriodFigures } from "./reportFacts.ts";
import { workingDaysOf } from "./reportMonth.ts";
import { tableOf } from "./reportTable.ts";

type Named = readonly [name: string, period: PeriodFigures];

function periodsOf({ period, before, yearAgo }: MonthFacts): readonly Named[] {
  return [
    ["thisMonth", period],
    ["before", before],
    ["yearAgo", yearAgo],
  ];
}

function perDay(value: number | null, days: number | null): number | null {
  return value === null || days === null || days === 0 ? null : value / days;
}

function change(now: number | null, then: number | null): number | null {
  return now === null || then === null || then === 0 ? null : now / then - 1;
}

/** The three months that are compared: their working days and what their figures rest on. */
export function periodTable(facts: MonthFacts): ReportTable {
  return tableOf(facts.index, {
    id: "periods",
    titles: { kk: "Салыстырылатын айлар", ru: "Сравниваемые месяцы", en: "The months compared" },
    columns: [
      wordedColumn("period", "text"),
      wordedColumn("from", "date"),
      wordedColumn("to", "date"),
      wordedColumn("workingDays", "count"),
      wordedColumn("expected", "count"),
      wordedColumn("reporting", "count"),
      wordedColumn("status", "text"),
    ],
    rows: periodsOf(facts).map(([name, { month, until, coverage, status }]) => [
      name,
      formatDay(month.from),
      formatDay(month.to),
      workingDaysOf(facts.index, month.from, until),
      coverage.expected,
      coverage.reporting,
      status,
    ]),
  });
}

/** Every count of the month beside the month before and the same month of the year before, per working day. */
export function volumeTable(facts: MonthFacts): ReportTable {
  const { index, period, before, yearAgo } = facts;
  const daysOf = ({ month, until }: PeriodFigures) => workingDaysOf(index, month.from, until);
  const [days, daysBefore, daysYearAgo] = [daysOf(period), daysOf(before), daysOf(yearAgo)];
  const row = (path: string): ReportCell[] => {
    const [now, then, year] = [period, before, yearAgo].map((each) => figureAt(each.row, path)) as [
      number | null,
      number | null,
      number | null,
    ];
    const [a, b, c] = [perDay(now, days), perDay(then, daysBefore), perDay(year, daysYearAgo)];
    // What is not finished shrinks with time: an older month's is no yardstick for it.
    const changed = (value: number | null, of: PeriodFigures) =>
      path !== "open" && (of.imported === null || of.imported.complete) ? change(a, value) : null;
    return [path, now, a, then, b, changed(b, before), year, c, changed(c, yearAgo)];
  };
  const [toldBefore, toldYearAgo] = [before.imported !== null, yearAgo.imported !== null];
  return tableOf(index, {
    id: "volumes",
    titles: { kk: "Көлемдер", ru: "Объёмы", en: "Volumes" },
    columns: [
      wordedColumn("figure", "text"),
      wordedColumn("value", "count"),
      wordedColumn("perWorkingDay", "score"),
      comparedColumn("before", "count", toldBefore),
      comparedColumn("beforePerWorkingDay", "score", toldBefore),
      comparedColumn("change", "share", toldBefore),
      comparedColumn("yearAgo", "count", toldYearAgo),
      comparedColumn("yearAgoPerWorkingDay", "score", toldYearAgo),
      comparedColumn("yearChange", "share", toldYearAgo),
    ],
    rows: COUNT_PATHS.map(row),
    notes: [
      {
        kk: "Өтініштер мен талондар — әртүрлі бірліктер, олар қосылмайды.",
        ru: "Заявления и талоны — разные единицы, они не складываются.",
        en: "Applications and tickets are different units and are never added.",
      },
      ...importedNotes(facts),
    ],
  });
}

/** Every rate with its numerator and denominator. */
export function rateTable(facts: MonthFacts): ReportTable {
  const { index, period, before, yearAgo } = facts;
  return tableOf(index, {
    id: "rates",
    titles: { kk: "Үлестер", ru: "Доли", en: "Rates" },
    columns: [
      wordedColumn("figure", "text"),
      wordedColumn("numerator", "count"),
      wordedColumn("denominator", "count"),
      wordedColumn("share", "share"),
      comparedColumn("beforeShare", "share", before.imported !== null),
      comparedColumn("yearAgoShare", "share", yearAgo.imported !== null),
    ],
    rows: RATE_IDS.map((id) => [
      id,
      figureAt(period.row, `${id}.numerator`),
      figureAt(period.row, `${id}.denominator`),
      ...[period, before, yearAgo].map(({ row }) => figureAt(row, `${id}.value`)),
    ]),
    notes: importedNotes(facts),
  });
}

/** Waiting, service and lead time with their norms. */
export function timeTable(facts: MonthFacts): ReportTable {
  const { index, period, before, yearAgo, events } = facts;
  const offices = events.map(({ office }) => index.offices.get(office)).filter((office) => office !== undefined);
  const same = (norms: readonly number[]) => (new Set(norms).size === 1 ? (norms[0] ?? null) : null);
  const norms: Readonly<Record<string, number | null>> = {
    waitingTime: same(offices.map(({ waitNormSeconds }) => waitNormSeconds)),
    serviceTime: same(offices.map(({ serviceNormSeconds }) => serviceNormSeconds)),
  };
  return tableOf(index, {
    id: "times",
    titles: { kk: "Уақыттар", ru: "Время", en: "Times" },
    columns: [
      wordedColumn("figure", "text"),
      wordedColumn("n", "count"),
      wordedColumn("mean", "seconds"),
      wordedColumn("p50", "seconds"),
      wordedColumn("p90", "seconds"),
      wordedColumn("max", "seconds"),
      wordedColumn("norm", "seconds"),
      wordedColumn("beforeP50", "seconds"),
      wordedColumn("beforeP90", "seconds"),
      wordedColumn("yearAgoP50", "seconds"),
      wordedColumn("yearAgoP90", "seconds"),
    ],
    rows: TIME_IDS.map((id) => [
      id,
      ...["n", "mean", "p50", "p90", "max"].map((part) => figureAt(period.row, `${id}.${part}`)),
      norms[id] ?? null,
      ...[before, yearAgo].flatMap(({ row }) => ["p50", "p90"].map((part) => figureAt(row, `${id}.${part}`))),
    ]),
  });
}

const LEGS = [
  ["acceptedToSent", "frontOfficeTime.acceptedToSent"],
  ["backOffice", "backOfficeTime"],
  ["readyToIssued", "frontOfficeTime.readyToIssued"],
] as const;

/** How long applications lay where: at the front office and at the authorities. */
export function legTable({ index, period }: MonthFacts): ReportTable {
  return tableOf(index, {
    id: "legs",
    titles: { kk: "Уақыт қайда өтті", ru: "Где прошло время", en: "Where the time went" },
    columns: [
      wordedColumn("leg", "text"),
      wordedColumn("n", "count"),
      wordedColumn("total", "seconds"),
      wordedColumn("mean", "seconds"),
    ],
    rows: LEGS.map(([leg, path]) => {
      const [n, seconds] = [figureAt(period.row, `${path}.n`), figureAt(period.row, `${path}.seconds`)];
      return [leg, n, seconds, seconds === null || n === null || n === 0 ? null : seconds / n];
    }),
  });
}
