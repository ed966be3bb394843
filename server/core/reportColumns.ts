import { APPLICATION_COUNTS, TICKET_COUNTS, VOICE_COUNTS } from "../../shared/counts.ts";
import { DICTIONARY, type FigureId } from "../../shared/dictionary.ts";
import type { Names } from "../../shared/reference.ts";
import type { ColumnKind, ReportCell, ReportColumn } from "../../shared/report.ts";
import type { FigureSet } from "../../shared/statistics.ts";
import { IMPORTED_MARK, IMPORTED_WORDS } from "./importedWords.ts";
import { COLUMN_WORDS, ID_WORDS, PART_WORDS, type WordedColumn } from "./reportWords.ts";

/** A figure, or a part of one, as it stands in an answer of the statistics: `accepted`, `waitingTime.p90`. */
export type FigurePath = string;

const LANGUAGES = ["kk", "ru", "en"] as const;

function joined(name: Names, part: Names | undefined): Names {
  if (part === undefined) return name;
  return Object.fromEntries(LANGUAGES.map((each) => [each, `${name[each]}: ${part[each]}`])) as unknown as Names;
}

function legOf(parts: readonly string[]): Names | undefined {
  const leg = parts.find((part) => part in ID_WORDS);
  const words = leg === undefined ? undefined : ID_WORDS[leg];
  const part = PART_WORDS[parts.at(-1) ?? ""];
  if (words === undefined) return part;
  return part === undefined ? words : joined(words, part);
}

function kindOfFigure(id: FigureId, part: string | undefined): ColumnKind {
  if (part === "n" || part === "open") return "count";
  const { unit } = DICTIONARY[id];
  if (unit !== "share") return unit;
  if (part === "value") return "share";
  return id === "occupancy" ? "seconds" : "count";
}

/** The column of a figure: its field is the path of the figure in an answer of the statistics. */
export function figureColumn(path: FigurePath): ReportColumn {
  const [id, ...parts] = path.split(".") as [FigureId, ...string[]];
  const entry = DICTIONARY[id];
  return {
    field: path,
    kind: kindOfFigure(id, parts.at(-1)),
    titles: joined(entry.names, legOf(parts)),
    definitions: entry.definition,
  };
}

/** A column that the dictionary of figures has no entry for. */
export function wordedColumn(field: WordedColumn, kind: ColumnKind): ReportColumn {
  const [titles, definitions] = COLUMN_WORDS[field];
  return { field, kind, titles, definitions };
}

/**
 * A column of a month that is compared with; `imported` when an old system told it: another field, so that nothing takes it
 * for a figure made of events, and a mark behind its title.
 */
export function comparedColumn(field: WordedColumn, kind: ColumnKind, imported: boolean): ReportColumn {
  const column = wordedColumn(field, kind);
  if (!imported) return column;
  const titles = Object.fromEntries(LANGUAGES.map((each) => [each, `${column.titles[each]} ${IMPORTED_MARK}`]));
  return { ...column, field: `${field}Imported`, titles: titles as unknown as Names, definitions: IMPORTED_WORDS };
}

/** The value at a path of a row of figures; null where it is not known. */
export function figureAt(row: FigureSet | null | undefined, path: FigurePath): number | null {
  let value: unknown = row ?? null;
  for (const part of path.split(".")) {
    if (value === null || typeof value !== "object") return null;
    value = (value as Readonly<Record<string, unknown>>)[part] ?? null;
  }
  return typeof value === "number" ? value : null;
}

/** The values of a row at several paths. */
export function figuresAt(row: FigureSet | null, paths: readonly FigurePath[]): ReportCell[] {
  return paths.map((path) => figureAt(row, path));
}

/** Figures of applications: what was taken in, sent back, decided and due. */
export const APPLICATION_PATHS: readonly FigurePath[] = [
  "accepted",
  "rejected",
  "rejectionRate.value",
  "due",
  "delayed",
  "delayedRate.value",
  "returned",
  "returnedByOperator",
  "errorRate.value",
  "ready",
  "declined",
  "issued",
  "withdrawn",
  "open",
];
/** Figures of the queue and of the desks. */
export const QUEUE_PATHS: readonly FigurePath[] = [
  ...TICKET_COUNTS,
  "leftRate.value",
  "waitingTime.mean",
  "waitingTime.p50",
  "waitingTime.p90",
  "withinNorm",
  "withinNormRate.denominator",
  "withinNormRate.value",
  "serviceTime.n",
  "serviceTime.mean",
  "serviceTime.p50",
  "serviceTime.p90",
];
/** What people thought of it. */
export const OPINION_PATHS: readonly FigurePath[] = ["ratings.n", "ratings.mean", "complaints", "thanks"];
/** How long a decision took. */
export const LEAD_PATHS: readonly FigurePath[] = [
  "leadTime.n",
  "leadTime.mean",
  "leadTime.p50",
  "leadTime.p90",
  "leadTime.max",
  "leadTime.open",
];
/** What an authority did with what it was sent. */
export const AUTHORITY_PATHS: readonly FigurePath[] = [
  "accepted",
  "due",
  "delayed",
  "delayedRate.value",
  "returned",
  "ready",
  "declined",
  "backOfficeTime.n",
  "backOfficeTime.seconds",
  "leadTime.p50",
  "leadTime.p90",
  "open",
];
/** What one operator did. */
export const OPERATOR_PATHS: readonly FigurePath[] = [
  "accepted",
  "rejected",
  "rejectionRate.value",
  "returnedByOperator",
  "errorRate.value",
  "served",
  "serviceTime.mean",
  "serviceTime.p90",
  "signedIn",
  "paused",
  "serving",
  "occupancy.value",
  "ratings.n",
  "ratings.mean",
  ...VOICE_COUNTS,
];
/** Every counted figure, rate and time of a place as a whole. */
export const COUNT_PATHS: readonly FigurePath[] = [
  ...APPLICATION_COUNTS,
  "open",
  ...TICKET_COUNTS,
  "withinNorm",
  ...VOICE_COUNTS,
];
export const RATE_IDS = ["rejectionRate", "delayedRate", "errorRate", "leftRate", "withinNormRate"] as const;
export const TIME_IDS = ["waitingTime", "serviceTime", "leadTime"] as const;
