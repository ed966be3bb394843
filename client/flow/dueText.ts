import type { StockItem } from "../../shared/stock.ts";
import type { DueWords } from "./dueWords.ts";

/** What is urgent, in the order of urgency. */
export const URGENT = ["overdue", "today", "soon"] as const;

/** What is urgent of one authority. */
export interface DueGroup {
  readonly authority: string;
  readonly name: string;
  readonly items: readonly StockItem[];
}

/** The applications of each authority; authorities in the order of `compare` of their names. */
export function groupsOf(
  items: readonly StockItem[],
  nameOf: (authority: string) => string,
  compare: (a: string, b: string) => number,
): readonly DueGroup[] {
  const groups = new Map<string, StockItem[]>();
  for (const item of items) groups.set(item.authority, [...(groups.get(item.authority) ?? []), item]);
  return [...groups]
    .map(([authority, list]) => ({ authority, name: nameOf(authority), items: list }))
    .sort((a, b) => compare(a.name, b.name));
}

/** How many of a group are how urgent: what is not there is left out. */
export function countsOf({ items }: DueGroup, words: DueWords, count: (value: number) => string): readonly string[] {
  return URGENT.flatMap((bucket) => {
    const n = items.filter((item) => item.bucket === bucket).length;
    return n === 0 ? [] : [words[bucket](n, count(n))];
  });
}

/** A group as it is read out on the telephone: the authority, its counts, then the numbers by urgency, a line each. */
export function telephoneText(group: DueGroup, words: DueWords, count: (value: number) => string): string {
  const counts = countsOf(group, words, count);
  const lines = URGENT.flatMap((bucket) => {
    const numbers = group.items.filter((item) => item.bucket === bucket).map(({ application }) => application);
    return numbers.length === 0
      ? []
      : [`${words[bucket](numbers.length, count(numbers.length))}: ${numbers.join(", ")}`];
  });
  return [`${group.name}: ${counts.join(", ")}.`, ...lines].join("\n");
}
