import { DICTIONARY, type FigureId } from "../../shared/dictionary.ts";
import type { Names } from "../../shared/reference.ts";
import type { ColumnKind, Report, ReportCell, ReportColumn, ReportTable } from "../../shared/report.ts";

const KEYS = {
  day: { kk: "Күн", ru: "День", en: "Day" },
  office: { kk: "ХҚКО", ru: "ЦОН", en: "Office" },
  service: { kk: "Қызмет", ru: "Услуга", en: "Service" },
  operator: { kk: "Оператор", ru: "Оператор", en: "Operator" },
} as const satisfies Record<string, Names>;

/** A column of a figure of the dictionary. */
export function figureColumn(id: FigureId): ReportColumn {
  const { names, definition, unit } = DICTIONARY[id];
  return { field: id, kind: unit, titles: names, definitions: definition };
}

function keyColumn(field: keyof typeof KEYS, kind: ColumnKind = "text"): ReportColumn {
  return { field, kind, titles: KEYS[field], definitions: null };
}

const FLOW: readonly FigureId[] = ["accepted", "rejected", "returned", "due", "delayed", "delayedRate"];
const HALL: readonly FigureId[] = ["ticketsIssued", "served", "left", "withinNormRate", "waitingTime", "serviceTime"];

/** Figures that look like an office's, the same for the same number. */
function figures(ids: readonly FigureId[], number: number): ReportCell[] {
  return ids.map((id, at) => {
    const value = (number * 7919 + at * 104_729) % 997;
    const { unit } = DICTIONARY[id];
    if (value % 41 === 0) return null;
    if (unit === "share") return value / 9_970;
    return unit === "seconds" ? value * 3.5 : value;
  });
}

function table(id: string, titles: Names, key: ReportColumn, ids: readonly FigureId[], keys: readonly string[]) {
  const rows = keys.map((name, at): ReportCell[] => [name, ...figures(ids, at + 1)]);
  return {
    id,
    titles,
    columns: [key, ...ids.map(figureColumn)],
    rows,
    total: [null, ...figures(ids, 500)],
    names: {},
    charts: [],
    notes: [],
  } satisfies ReportTable;
}

const SERVICES: Readonly<Record<string, Names>> = {
  "S-01": {
    kk: "Жеке куәлік беру және оны ауыстыру",
    ru: "Выдача и замена удостоверения личности",
    en: "Issue and replacement of an identity card",
  },
  "S-02": { kk: "Мекенжай бойынша тіркеу", ru: "Регистрация по месту жительства", en: "Registration of residence" },
  "S-03": { kk: "Үйге құқықты тіркеу", ru: "Регистрация прав на недвижимость", en: "Registration of property" },
  "S-04": { kk: "Һәм өзге қызметтер: ң ғ ү ұ ө һ і ә қ", ru: "Ёлка, щука и объём", en: "Everything else" },
};

/** A month of an office as a report of a sensible size; `rows` makes the table of operators longer or shorter. */
export function sampleReport(rows = 30): Report {
  const days = Array.from({ length: 30 }, (_, at) => `2026-11-${String(at + 1).padStart(2, "0")}`);
  const operators = Array.from({ length: rows }, (_, at) => `KZ-71-01-${String(at + 1).padStart(2, "0")}`);
  return {
    month: "2026-11",
    place: {
      kind: "office",
      id: "KZ-71-01",
      names: {
        kk: "Астана қаласының «Сарыарқа» ауданындағы халыққа қызмет көрсету орталығы",
        ru: "Центр обслуживания населения района «Сарыарка» города Астаны",
        en: "One stop shop of the Saryarka district of Astana",
      },
    },
    status: "final",
    version: 1,
    asOf: "2026-12-03T09:15:00.000+05:00",
    coverage: {
      expected: 1,
      reporting: 1,
      silent: [],
      oldestEvent: "2026-11-30T20:00:00.000+05:00",
      missingEvents: 3,
    },
    events: { received: 184_211, promised: 184_214 },
    checksum: "4f9d2c6a01b7e85344f0c1d2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6",
    tables: [
      {
        ...table(
          "days",
          { kk: "Күндер бойынша", ru: "По дням", en: "By day" },
          keyColumn("day", "date"),
          [...FLOW, ...HALL],
          days,
        ),
        charts: [
          {
            kind: "bars",
            titles: { kk: "Қабылданғаны мен мерзімі келгені", ru: "Принято и наступил срок", en: "Accepted and due" },
            along: "day",
            series: ["accepted", "due"],
          },
          {
            kind: "lines",
            titles: { kk: "Күту және қызмет көрсету", ru: "Ожидание и обслуживание", en: "Waiting and service" },
            along: "day",
            series: ["waitingTime", "serviceTime"],
          },
        ],
      },
      {
        ...table(
          "services",
          { kk: "Қызметтер бойынша", ru: "По услугам", en: "By service" },
          keyColumn("service"),
          FLOW,
          Object.keys(SERVICES),
        ),
        names: SERVICES,
        charts: [
          {
            kind: "bars",
            titles: { kk: "Қабылданған өтініштер", ru: "Принятые заявления", en: "Accepted applications" },
            along: "service",
            series: ["accepted"],
          },
        ],
        notes: [
          {
            kk: "Талондардың қызметі болмайды.",
            ru: "У талонов нет услуги.",
            en: "Tickets have no service.",
          },
        ],
      },
      table(
        "operators",
        { kk: "Операторлар бойынша", ru: "По операторам", en: "By operator" },
        keyColumn("operator"),
        [...FLOW, ...HALL],
        operators,
      ),
    ],
    notes: [
      {
        kk: "Үш оқиға әлі келген жоқ; олар кейін түссе, ай түзетіледі.",
        ru: "Три события ещё не поступили; если они придут позже, месяц будет уточнён.",
        en: "Three events are still missing; if they come later, the month will be revised.",
      },
    ],
  };
}
