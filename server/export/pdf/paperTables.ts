import type { Names } from "../../../shared/reference.ts";
import type { Report, ReportCell, ReportTable } from "../../../shared/report.ts";

/** Tables of a report that are one on paper: which columns of each, and the title of them all. */
interface Sheet {
  readonly titles: Names;
  /** By table, the first of which says the rows: the fields that are printed, besides the first column. */
  readonly parts: Readonly<Record<string, readonly string[]>>;
}

const SHEETS: readonly Sheet[] = [
  {
    titles: { kk: "Күндер бойынша", ru: "По дням", en: "By day" },
    parts: {
      dayApplications: ["accepted", "rejected", "due", "delayed", "returned", "ready", "issued"],
      dayQueue: ["ticketsIssued", "served", "left", "waitingTime.p50", "waitingTime.p90", "serviceTime.mean"],
      dayOpinions: ["ratings.mean"],
    },
  },
  {
    titles: {
      kk: "Қызметтер бойынша: өтініштер және орындау мерзімі",
      ru: "По услугам: заявления и срок оказания",
      en: "By service: applications and lead time",
    },
    parts: {
      serviceApplications: ["accepted", "rejected", "due", "delayed", "delayedRate.value", "returned", "ready"],
      serviceLeadTimes: ["term", "leadTime.p50", "leadTime.p90", "leadTime.open"],
    },
  },
  {
    titles: { kk: "Органдар бойынша: өтініштер", ru: "По госорганам: заявления", en: "By authority: applications" },
    parts: {
      authorityApplications: [
        ...["accepted", "due", "delayed", "delayedRate.value", "returned", "ready", "declined"],
        ...["leadTime.p50", "leadTime.p90", "open"],
      ],
    },
  },
  {
    titles: {
      kk: "Операторлар бойынша: жұмысы, мақсаты және сұраныс",
      ru: "По операторам: работа, цель и спрос",
      en: "By operator: work, target and demand",
    },
    parts: {
      operatorWork: [
        "accepted",
        "returnedByOperator",
        "served",
        "serviceTime.mean",
        "ratings.mean",
        "complaints",
        "thanks",
      ],
      targetsByOperator: [
        ...["daysWorked", "acceptedPerDay", "targetPerDay", "targetDays", "daysReached"],
        ...["demandDays", "nobodyWaiting", "peopleWaiting"],
      ],
    },
  },
];

const UNITS: Readonly<Record<string, Names>> = {
  minute: { kk: "мин", ru: "мин", en: "min" },
  hour: { kk: "сағ", ru: "ч", en: "h" },
  "calendar-day": { kk: "күнт. күн", ru: "кал. дн.", en: "cal. days" },
  "working-day": { kk: "жұм. күні", ru: "раб. дн.", en: "w. days" },
  month: { kk: "ай", ru: "мес.", en: "mo." },
};

/** A legal term in one column, the number before its unit, in the place of the two that the files have. */
function withTerm(table: ReportTable): ReportTable {
  const at = table.columns.findIndex(({ field }) => field === "termAmount");
  const column = table.columns[at];
  if (column === undefined) return table;
  const names: Record<string, Names> = { ...table.names };
  const term = ([amount, unit]: readonly ReportCell[]): ReportCell => {
    const words = UNITS[String(unit)];
    if (typeof amount !== "number" || words === undefined) return null;
    const id = `${amount} ${unit}`;
    const said = (language: keyof Names) => `${amount}\u00a0${words[language].replaceAll(" ", "\u00a0")}`;
    names[id] = { kk: said("kk"), ru: said("ru"), en: said("en") };
    return id;
  };
  const cells = (row: readonly ReportCell[]) => [
    ...row.slice(0, at),
    term(row.slice(at, at + 2)),
    ...row.slice(at + 2),
  ];
  return {
    ...table,
    columns: [
      ...table.columns.slice(0, at),
      { ...column, field: "term", kind: "text" },
      ...table.columns.slice(at + 2),
    ],
    rows: table.rows.map(cells),
    total: table.total === null ? null : [...table.total.slice(0, at), "", ...table.total.slice(at + 2)],
    names,
  };
}

/** A table with its first column and some others; null cells in the total where it has none of its own. */
function chosen(table: ReportTable, fields: readonly string[]) {
  const at = fields.map((field) => table.columns.findIndex((column) => column.field === field)).filter((of) => of >= 0);
  const cells = (row: readonly ReportCell[]) => at.map((of) => row[of] ?? null);
  return {
    columns: at.flatMap((of) => table.columns[of] ?? []),
    rows: new Map(table.rows.map((row) => [row[0], cells(row)])),
    // A table without a whole leaves its place in the total empty: that is no unknown figure.
    total: table.total === null ? at.map(() => "") : cells(table.total),
    left: table.columns.length - 1 - at.length,
  };
}

/** Several tables about the same rows as one. */
function merged({ titles }: Sheet, tables: readonly (readonly [ReportTable, readonly string[]])[]): PaperTable {
  const [[first] = []] = tables;
  const lead = first as ReportTable;
  const parts = tables.map(([table, fields]) => chosen(table, fields));
  const nothing = (part: (typeof parts)[number]) => part.columns.map(() => null);
  return {
    id: lead.id,
    titles,
    columns: [...lead.columns.slice(0, 1), ...parts.flatMap(({ columns }) => columns)],
    rows: lead.rows.map((row) => [row[0] ?? null, ...parts.flatMap((part) => part.rows.get(row[0]) ?? nothing(part))]),
    total: lead.total === null ? null : [null, ...parts.flatMap(({ total }) => total)],
    names: Object.assign({}, ...tables.map(([{ names }]) => names)),
    charts: tables.flatMap(([{ charts }]) => charts),
    notes: tables.flatMap(([{ notes }]) => notes),
    chartsOf: tables.map(([table]) => table),
    fewer: parts.some(({ left }) => left > 0),
  };
}

/** A table as it is laid on paper: what its charts are drawn from, and whether it has fewer columns than the files. */
export interface PaperTable extends ReportTable {
  readonly chartsOf: readonly ReportTable[];
  readonly fewer: boolean;
}

/** A table of an office's report without the columns that say in every row that it is this office. */
function withoutOwnPlace(table: ReportTable, place: Report["place"]): ReportTable {
  const at = table.columns.findIndex(({ field }) => field === "office");
  const [first] = table.columns;
  if (place.kind !== "office" || first?.field !== "region" || at < 0) return table;
  if (table.rows.some((row) => row[at] !== place.id)) return table;
  const kept = <T>(cells: readonly T[]) => cells.filter((_, index) => index !== 0 && index !== at);
  return { ...table, columns: kept(table.columns), rows: table.rows.map(kept) };
}

/** The tables of a report as paper takes them: those about the same rows as one, with the columns that matter most. */
export function paperTables({ tables, place }: Pick<Report, "tables" | "place">): PaperTable[] {
  const found: PaperTable[] = [];
  for (const whole of tables) {
    const table = withoutOwnPlace(whole, place);
    const sheet = SHEETS.find(({ parts }) => Object.hasOwn(parts, table.id));
    if (sheet === undefined) {
      found.push({ ...table, chartsOf: [table], fewer: false });
      continue;
    }
    const together = Object.entries(sheet.parts).flatMap(([id, fields]) => {
      const of = tables.find((each) => each.id === id);
      return of === undefined ? [] : [[withTerm(of), fields] as const];
    });
    if (together[0]?.[0].id === table.id) found.push(merged(sheet, together));
  }
  return found;
}
