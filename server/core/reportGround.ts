import { DICTIONARY, type FigureId } from "../../shared/dictionary.ts";
import type { Names } from "../../shared/reference.ts";
import type { ReportTable } from "../../shared/report.ts";
import { wordedColumn } from "./reportColumns.ts";
import { eventsOfMonth, type MonthFacts } from "./reportFacts.ts";
import { tableOf } from "./reportTable.ts";

/** What the report rests on: events received from each office against what its sources promised. */
export function eventTable({ index, events }: MonthFacts): ReportTable {
  const sum = (of: (each: MonthFacts["events"][number]) => number) => events.reduce((all, each) => all + of(each), 0);
  const received = sum((each) => each.received);
  const promised = sum((each) => each.promised);
  return tableOf(index, {
    id: "events",
    titles: { kk: "Есептің негізі: оқиғалар", ru: "На чём стоит отчёт: события", en: "What it rests on: events" },
    columns: [
      wordedColumn("office", "text"),
      wordedColumn("eventsOfMonth", "count"),
      wordedColumn("received", "count"),
      wordedColumn("promised", "count"),
      wordedColumn("missing", "count"),
      wordedColumn("lastEvent", "moment"),
    ],
    rows: events.map((each) => [
      each.office,
      eventsOfMonth(each),
      each.received,
      each.promised,
      each.promised - each.received,
      each.lastEvent === 0 ? null : new Date(each.lastEvent).toISOString(),
    ]),
    total: [null, sum(eventsOfMonth), received, promised, promised - received, null],
    notes: [
      {
        kk: "0 оқиға — ХҚКО-дан ай туралы ештеңе келген жоқ: оның көрсеткіштері белгісіз, нөл емес.",
        ru: "0 событий — от ЦОН за месяц ничего не пришло: его показатели неизвестны, а не равны нулю.",
        en: "0 events: nothing came from the office about the month; its figures are unknown, not zero.",
      },
    ],
  });
}

/** What managers said of the month: cause, words, action, and for how long. Whoever said it is named by the role alone. */
export function explanationTable({ index, explanations }: MonthFacts): ReportTable {
  return tableOf(index, {
    id: "explanations",
    titles: { kk: "Басшылардың түсініктемелері", ru: "Объяснения руководителей", en: "What managers explained" },
    columns: [
      wordedColumn("region", "text"),
      wordedColumn("office", "text"),
      wordedColumn("cause", "text"),
      wordedColumn("words", "text"),
      wordedColumn("action", "text"),
      wordedColumn("since", "moment"),
      wordedColumn("until", "moment"),
    ],
    rows: explanations.map(({ region, office, cause, words, action, from, until }) => [
      region,
      office,
      cause,
      words,
      action === "" ? null : action,
      new Date(from).toISOString(),
      new Date(until).toISOString(),
    ]),
  });
}

/** The figures that a report shows. */
const SHOWN: readonly FigureId[] = [
  "accepted",
  "rejected",
  "rejectionRate",
  "due",
  "delayed",
  "delayedRate",
  "daysLate",
  "returned",
  "returnedByOperator",
  "errorRate",
  "ready",
  "declined",
  "issued",
  "withdrawn",
  "open",
  "leadTime",
  "frontOfficeTime",
  "backOfficeTime",
  "ticketsIssued",
  "called",
  "served",
  "noShow",
  "left",
  "leftRate",
  "waitingTime",
  "withinNorm",
  "withinNormRate",
  "serviceTime",
  "signedIn",
  "paused",
  "serving",
  "occupancy",
  "ratings",
  "complaints",
  "thanks",
];

const definitionId = (id: string) => `${id}.definition`;

/** What every figure of the report means. */
export function definitionTable({ index }: Pick<MonthFacts, "index">): ReportTable {
  const names: Record<string, Names> = {};
  for (const id of SHOWN) {
    names[id] = DICTIONARY[id].names;
    names[definitionId(id)] = DICTIONARY[id].definition;
  }
  return tableOf(index, {
    id: "definitions",
    titles: { kk: "Анықтамалар", ru: "Определения", en: "Definitions" },
    columns: [wordedColumn("figure", "text"), wordedColumn("definition", "text")],
    rows: SHOWN.map((id) => [id, definitionId(id)]),
    names,
  });
}
