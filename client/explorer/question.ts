import { DIMENSIONS, type Dimension, FILTERS, type FilterName } from "../../shared/statistics.ts";
import { type Day, formatDay, formatMonth, parseDay } from "../../shared/time.ts";
import { explorerFigure } from "./figures.ts";

/** What the figures are compared with. */
export const COMPARISONS = ["none", "previous", "year"] as const;
export type Comparison = (typeof COMPARISONS)[number];
/** How the answer is shown. */
export const SHAPES = ["table", "curve", "bars"] as const;
export type Shape = (typeof SHAPES)[number];

/** Everything that the explorer shows: the whole of it stands in the address. */
export interface Question {
  readonly from: Day;
  readonly to: Day;
  readonly by: readonly Dimension[];
  readonly filter: Readonly<Partial<Record<FilterName, string>>>;
  readonly figures: readonly string[];
  readonly compare: Comparison;
  readonly shape: Shape;
  /** The figure or key that rows stand in the order of; empty: the order of their keys. */
  readonly sort: string;
  readonly falling: boolean;
}

const FIRST_FIGURES = [
  "accepted",
  "rejectionRate",
  "delayed",
  "delayedRate",
  "leadTime",
  "withinNormRate",
  "serviceTime",
];

function oneOf<T extends string>(words: readonly T[], text: string | null, otherwise: T): T {
  return words.find((word) => word === text) ?? otherwise;
}

/** The first day of a day's month. */
export function monthStart(day: Day): Day {
  return parseDay(`${formatMonth(day)}-01`) ?? day;
}

/** The question of an address; what it does not say, or says wrongly, is what most people ask first. */
export function readQuestion(search: string, today: Day): Question {
  const given = new URLSearchParams(search);
  const first = parseDay(given.get("from") ?? "") ?? monthStart(today);
  const last = parseDay(given.get("to") ?? "") ?? Math.max(first, today);
  const by = (given.get("by") ?? (given.has("from") ? "" : "region")).split(",");
  const figures = (given.get("figures") ?? "").split(",").filter((id) => explorerFigure(id) !== undefined);
  const filter: Partial<Record<FilterName, string>> = {};
  for (const name of FILTERS) {
    const value = given.get(name);
    if (value) filter[name] = value;
  }
  const sort = given.get("sort") ?? "";
  return {
    from: Math.min(first, last),
    to: Math.max(first, last),
    by: DIMENSIONS.filter((dimension) => by.includes(dimension))
      .sort((a, b) => by.indexOf(a) - by.indexOf(b))
      .slice(0, 2),
    filter,
    figures: figures.length > 0 ? figures : FIRST_FIGURES,
    compare: oneOf(COMPARISONS, given.get("compare"), "none"),
    shape: oneOf(SHAPES, given.get("shape"), "table"),
    sort: sort.replace(/^-/, ""),
    falling: sort.startsWith("-"),
  };
}

/** The address of a question: opened again, it shows the same. */
export function writeQuestion(question: Question): string {
  const { from, to, by, filter, figures, compare, shape, sort, falling } = question;
  const words: Record<string, string> = { from: formatDay(from), to: formatDay(to) };
  if (by.length > 0) words.by = by.join(",");
  for (const name of FILTERS) if (filter[name] !== undefined) words[name] = filter[name];
  if (figures.join() !== FIRST_FIGURES.join()) words.figures = figures.join(",");
  if (compare !== "none") words.compare = compare;
  if (shape !== "table") words.shape = shape;
  if (sort !== "") words.sort = `${falling ? "-" : ""}${sort}`;
  return new URLSearchParams(words).toString().replaceAll("%2C", ",");
}

/** Whether an old system can have told of a question: it told months of places, of nothing within them. */
export function isOfPlaces({ by, filter }: Question): boolean {
  return !(["operator", "service", "authority"] as const).some((of) => by.includes(of) || filter[of] !== undefined);
}

/** The question as the server is asked; `over` replaces its dates, and `whole` leaves out what it is cut by. */
export function serverQuery(
  { from, to, by, filter }: Question,
  {
    over,
    whole = false,
  }: { readonly over?: { readonly from: string; readonly to: string }; readonly whole?: boolean } = {},
): string {
  const words: Record<string, string> = over
    ? { from: over.from, to: over.to }
    : { from: formatDay(from), to: formatDay(to) };
  if (by.length > 0 && !whole) words.by = by.join(",");
  for (const name of FILTERS) if (filter[name] !== undefined) words[name] = filter[name];
  return new URLSearchParams(words).toString().replaceAll("%2C", ",");
}
