import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import type { ReportColumn, ReportTable } from "../../shared/report.ts";
import type { ReportChange } from "../../shared/reportMonths.ts";
import type { FigureSet } from "../../shared/statistics.ts";
import { COUNT_PATHS, figureAt, figureColumn, LEAD_PATHS, RATE_IDS, TIME_IDS, wordedColumn } from "./reportColumns.ts";
import { tableOf } from "./reportTable.ts";

/** Figures that are compared from version to version. */
const COMPARED = [
  ...new Set([
    ...COUNT_PATHS,
    ...RATE_IDS.map((id) => `${id}.value`),
    ...TIME_IDS.flatMap((id) => ["n", "mean", "p50", "p90"].map((part) => `${id}.${part}`)),
    ...LEAD_PATHS.filter((path) => path !== "leadTime.open"),
    "ratings.n",
    "ratings.mean",
  ]),
];

/** Every figure of every office that differs between two states of a month, in the order of the offices. */
export function changesBetween(
  before: ReadonlyMap<string, FigureSet>,
  after: ReadonlyMap<string, FigureSet>,
): ReportChange[] {
  const offices = [...new Set([...before.keys(), ...after.keys()])].sort();
  return offices.flatMap((office) =>
    COMPARED.flatMap((figure): ReportChange[] => {
      const [old, now] = [figureAt(before.get(office), figure), figureAt(after.get(office), figure)];
      return old === now ? [] : [{ office, figure, before: old, after: now }];
    }),
  );
}

/** How the figures of some changes are called and what they are counted in, each once. */
export function figuresOf(changes: readonly ReportChange[]): ReportColumn[] {
  return [...new Set(changes.map(({ figure }) => figure))].map(figureColumn);
}

/** Events that came between two states of a month, by office; only offices of which any came. */
export function lateBetween(
  before: ReadonlyMap<string, readonly number[]>,
  after: ReadonlyMap<string, readonly number[]>,
): { readonly office: string; readonly events: number }[] {
  const sum = (days: readonly number[] | undefined) => (days ?? []).reduce((all, n) => all + n, 0);
  return [...after.keys()]
    .sort()
    .map((office) => ({ office, events: sum(after.get(office)) - sum(before.get(office)) }))
    .filter(({ events }) => events !== 0);
}

/** What a revised report says of its revision: the late events by office, and every figure that changed by them. */
export function revisionTables(
  index: ReferenceIndex,
  of: ReadonlySet<string>,
  changes: readonly ReportChange[],
  late: readonly { readonly office: string; readonly events: number }[],
): ReportTable[] {
  const arrivals = late.filter(({ office }) => of.has(office));
  return [
    tableOf(index, {
      id: "lateEvents",
      titles: {
        kk: "Жабылғаннан кейін келген оқиғалар",
        ru: "События, пришедшие после закрытия",
        en: "Events that came after the closing",
      },
      columns: [wordedColumn("office", "text"), wordedColumn("lateEvents", "count")],
      rows: arrivals.map(({ office, events }) => [office, events]),
      total: [null, arrivals.reduce((sum, { events }) => sum + events, 0)],
    }),
    tableOf(index, {
      id: "changes",
      titles: {
        kk: "Алдыңғы нұсқамен салыстырғанда не өзгерді",
        ru: "Что изменилось по сравнению с прежней версией",
        en: "What changed since the version before",
      },
      columns: [
        wordedColumn("office", "text"),
        wordedColumn("figure", "text"),
        wordedColumn("closedValue", "score"),
        wordedColumn("newValue", "score"),
        wordedColumn("difference", "score"),
      ],
      rows: changes
        .filter(({ office }) => of.has(office))
        .map(({ office, figure, before, after }) => [
          office,
          figure,
          before,
          after,
          before === null || after === null ? null : after - before,
        ]),
      notes: [
        {
          kk: "Кешіккен оқиғасыз өзгеріс — айда қабылданған өтініш жабылғаннан кейін аяқталған.",
          ru: "Изменение без опоздавших событий — заявление, принятое в месяце, завершено после закрытия.",
          en: "A change without late events: an application of the month was finished after the closing.",
        },
      ],
    }),
  ];
}
