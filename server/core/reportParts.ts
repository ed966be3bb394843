import type { Names } from "../../shared/reference.ts";
import { type NormUnit, validOn } from "../../shared/reference.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import type { ReportCell, ReportChart, ReportTable } from "../../shared/report.ts";
import type { Dimension, StatisticsRow } from "../../shared/statistics.ts";
import type { Day } from "../../shared/time.ts";
import {
  APPLICATION_PATHS,
  AUTHORITY_PATHS,
  type FigurePath,
  figureColumn,
  figuresAt,
  LEAD_PATHS,
  OPERATOR_PATHS,
  OPINION_PATHS,
  QUEUE_PATHS,
  wordedColumn,
} from "./reportColumns.ts";
import type { MonthFacts } from "./reportFacts.ts";
import { tableOf } from "./reportTable.ts";

const PART_TITLES = {
  day: { kk: "Күндер бойынша", ru: "По дням", en: "By day" },
  region: { kk: "Өңірлер бойынша", ru: "По регионам", en: "By region" },
  office: { kk: "ХҚКО бойынша", ru: "По ЦОН", en: "By office" },
  service: { kk: "Қызметтер бойынша", ru: "По услугам", en: "By service" },
  authority: { kk: "Органдар бойынша", ru: "По госорганам", en: "By authority" },
  operator: { kk: "Операторлар бойынша", ru: "По операторам", en: "By operator" },
} as const satisfies Partial<Record<Dimension, Names>>;
type Part = keyof typeof PART_TITLES;

const THEMES = {
  Applications: { kk: "өтініштер", ru: "заявления", en: "applications" },
  Queue: { kk: "кезек және терезе", ru: "очередь и окна", en: "queue and desks" },
  Opinions: { kk: "бағалар мен шағымдар", ru: "оценки и жалобы", en: "ratings and complaints" },
  LeadTimes: { kk: "орындау мерзімі", ru: "срок оказания", en: "lead time" },
  Work: { kk: "жұмысы", ru: "работа", en: "work" },
} as const satisfies Readonly<Record<string, Names>>;
type Theme = keyof typeof THEMES;

function title(part: Part, theme: Theme): Names {
  const [a, b] = [PART_TITLES[part], THEMES[theme]];
  return { kk: `${a.kk}: ${b.kk}`, ru: `${a.ru}: ${b.ru}`, en: `${a.en}: ${b.en}` };
}

function table(
  { index, period }: MonthFacts,
  part: Part,
  theme: Theme,
  rows: readonly StatisticsRow[],
  paths: readonly FigurePath[],
  charts: readonly ReportChart[] = [],
): ReportTable {
  return tableOf(index, {
    id: `${part}${theme}`,
    titles: title(part, theme),
    columns: [wordedColumn(part, part === "day" ? "date" : "text"), ...paths.map(figureColumn)],
    rows: rows.map((row) => [row[part] ?? null, ...figuresAt(row, paths)]),
    total: [null, ...figuresAt(period.row, paths)],
    charts,
  });
}

/** The month by day. */
export function dayTables(facts: MonthFacts): ReportTable[] {
  return [
    table(facts, "day", "Applications", facts.days, APPLICATION_PATHS, [
      chart("bars", { kk: "Күн сайын қабылданды", ru: "Принято по дням", en: "Accepted by day" }, ["accepted"]),
      chart(
        "lines",
        { kk: "Мерзімі келді және өтті", ru: "Срок наступил и просрочено", en: "Due and delayed by day" },
        ["due", "delayed"],
      ),
    ]),
    table(facts, "day", "Queue", facts.days, QUEUE_PATHS, [
      chart(
        "lines",
        {
          kk: "Күту: медиана және 90-процентиль",
          ru: "Ожидание: медиана и 90-й процентиль",
          en: "Waiting: median and 90th percentile",
        },
        ["waitingTime.p50", "waitingTime.p90"],
      ),
      chart(
        "lines",
        {
          kk: "Талондар: берілгені мен кезектен кеткені",
          ru: "Талоны: выдано и ушли из очереди",
          en: "Tickets: issued and left",
        },
        ["ticketsIssued", "left"],
      ),
    ]),
    table(facts, "day", "Opinions", facts.days, OPINION_PATHS),
  ];
}

function chart(kind: ReportChart["kind"], titles: Names, series: readonly string[]): ReportChart {
  return { kind, titles, along: "day", series };
}

/** The month by region or by office. */
export function placeTables(facts: MonthFacts, part: "region" | "office"): ReportTable[] {
  const rows = part === "region" ? facts.regions : facts.offices;
  if (rows.length === 0) return [];
  return [
    table(facts, part, "Applications", rows, APPLICATION_PATHS),
    table(facts, part, "Queue", rows, QUEUE_PATHS),
    table(facts, part, "LeadTimes", rows, LEAD_PATHS),
    table(facts, part, "Opinions", rows, OPINION_PATHS),
  ];
}

function termOf(index: ReferenceIndex, service: string, day: Day): [amount: number | null, unit: NormUnit | null] {
  const norms = index.services.get(service)?.norms.filter((norm) => validOn(norm, day)) ?? [];
  const norm = norms.find(({ variant }) => variant === "normal") ?? norms[0];
  return norm === undefined ? [null, null] : [norm.amount, norm.unit];
}

/** The month by service: volumes, and how long a decision took against the legal term. */
export function serviceTables(facts: MonthFacts): ReportTable[] {
  const { index, period, services } = facts;
  const terms = (row: StatisticsRow): ReportCell[] => termOf(index, row.service ?? "", period.month.to);
  const lead: ReportTable = tableOf(index, {
    id: "serviceLeadTimes",
    titles: title("service", "LeadTimes"),
    columns: [
      wordedColumn("service", "text"),
      wordedColumn("termAmount", "count"),
      wordedColumn("termUnit", "text"),
      ...LEAD_PATHS.map(figureColumn),
    ],
    rows: services.map((row) => [row.service ?? null, ...terms(row), ...figuresAt(row, LEAD_PATHS)]),
    total: [null, null, null, ...figuresAt(period.row, LEAD_PATHS)],
  });
  return [table(facts, "service", "Applications", services, APPLICATION_PATHS), lead];
}

/** The month by authority: what was delayed, sent back, and how long it lay there. */
export function authorityTable(facts: MonthFacts): ReportTable {
  return table(facts, "authority", "Applications", facts.authorities, AUTHORITY_PATHS);
}

/** The month by operator; only for those who may see single operators. */
export function operatorTable(facts: MonthFacts): ReportTable {
  return table(facts, "operator", "Work", facts.operators, OPERATOR_PATHS);
}
