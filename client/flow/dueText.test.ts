import { expect, it } from "vitest";
import type { StockItem } from "../../shared/stock.ts";
import { groupsOf, telephoneText } from "./dueText.ts";
import { DUE_WORDS } from "./dueWords.ts";

const item = (application: string, authority: string, bucket: StockItem["bucket"]): StockItem => ({
  office: "KZ-71-01",
  application,
  service: "passport",
  authority,
  stage: "received",
  accepted: "2026-11-16T05:00:00.000Z",
  since: "2026-11-16T06:00:00.000Z",
  age: 5,
  deadline: "2026-11-22T19:00:00.000Z",
  bucket,
  late: bucket === "overdue" ? 1 : 0,
  used: { frontOffice: 1, authority: 4, applicant: 0 },
});

const items = [item("A-1", "land", "overdue"), item("A-2", "justice", "soon"), item("A-3", "land", "today")];
const groups = groupsOf(
  items,
  (id) => id,
  (a, b) => a.localeCompare(b),
);

it("the list is by authority, in the order of their names", () => {
  expect(groups.map(({ name, items: list }) => [name, list.length])).toEqual([
    ["justice", 1],
    ["land", 2],
  ]);
});

it("the text for the telephone names the authority, how many are how urgent, and their numbers", () => {
  expect(telephoneText(groups[1] ?? expect.fail(), DUE_WORDS.en, String)).toBe(
    "land: 1 overdue, 1 due today.\n1 overdue: A-1\n1 due today: A-3",
  );
});

it.each(["kk", "ru", "en"] as const)("in %s it names every number once", (language) => {
  const text = groups.map((group) => telephoneText(group, DUE_WORDS[language], String)).join("\n");
  for (const { application } of items) expect(text.split(application)).toHaveLength(2);
});
