import { expect, it } from "vitest";
import { Backlog } from "./backlog.ts";
import type { Hand } from "./hand.ts";

const LONG = 60_000;

function begin(comes = true) {
  const lent: number[] = [];
  let called = 0;
  const hand: Hand = {
    async come() {
      called += 1;
      return comes;
    },
    work: () => Promise.resolve(),
  };
  const backlog = new Backlog(hand, (partition) => lent.push(partition));
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const wait = async (partitions: readonly number[], ms = LONG) => {
    for (const partition of partitions) backlog.note(partition, ms);
    await turn();
  };
  return { backlog, lent, wait, called: () => called };
}

it("where few partitions wait, or all for a moment only, nobody is called", async () => {
  const { wait, lent, called } = begin();
  await wait([1, 2, 3]);
  await wait([4, 5, 6, 7], 100);
  await wait([1, 2, 3], 0);
  await wait([4, 5, 6]);
  expect([lent, called()]).toEqual([[], 0]);
});

it("every second partition in which a backlog waits is lent", async () => {
  const { wait, lent } = begin();
  await wait([0, 1, 2, 3, 4, 5]);
  expect(lent).toEqual([1, 3, 5]);
});

it("no more are lent while one is out; when all are back half of what is left is", async () => {
  const { backlog, wait, lent } = begin();
  await wait([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(lent).toEqual([1, 3, 5, 7]);
  await wait([0, 2, 4, 6]);
  expect(lent).toHaveLength(4);
  for (const partition of lent) backlog.forget(partition);
  await wait([0]);
  expect(lent.slice(4)).toEqual([2, 6]);
});

it("a hand that can not come is called once", async () => {
  const { wait, lent, called } = begin(false);
  await wait([0, 1, 2, 3]);
  await wait([0, 1, 2, 3]);
  expect([lent, called()]).toEqual([[], 1]);
});
