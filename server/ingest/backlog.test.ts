import { expect, it } from "vitest";
import { Backlog } from "./backlog.ts";

const LONG = 60_000;
const lentOf = (backlog: Backlog, partitions: readonly number[], ms = LONG) =>
  partitions.filter((partition) => backlog.note(partition, ms));

it("where few partitions wait, or all for a moment only, nothing is lent", () => {
  const backlog = new Backlog(true);
  expect(lentOf(backlog, [1, 2, 3])).toEqual([]);
  expect(lentOf(backlog, [4, 5, 6, 7], 100)).toEqual([]);
  expect(lentOf(backlog, [1, 2, 3], 0)).toEqual([]);
  expect(lentOf(backlog, [4, 5, 6])).toEqual([]);
});

it("half of the partitions in which a backlog waits are lent", () => {
  const all = Array.from({ length: 16 }, (_, at) => at);
  expect(lentOf(new Backlog(true), all)).toHaveLength(8);
});

it("when one comes back another takes its place, as long as many wait", () => {
  const backlog = new Backlog(true);
  const all = [0, 1, 2, 3, 4, 5, 6, 7];
  const lent = lentOf(backlog, all);
  const kept = all.filter((partition) => !lent.includes(partition));
  expect(lentOf(backlog, kept)).toEqual([]);
  for (const partition of lent) backlog.forget(partition);
  expect(lentOf(backlog, kept)).toHaveLength(kept.length / 2);
  for (const partition of kept.slice(2)) backlog.note(partition, 0);
  expect(lentOf(backlog, kept.slice(0, 2))).toEqual([]);
});

it("without a hand nothing is lent", () => {
  const backlog = new Backlog(true);
  backlog.keepAll();
  expect(lentOf(backlog, [0, 1, 2, 3, 4, 5])).toEqual([]);
  expect(lentOf(new Backlog(false), [0, 1, 2, 3, 4, 5])).toEqual([]);
});
