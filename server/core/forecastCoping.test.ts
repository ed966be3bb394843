import { expect, test } from "vitest";
import { type CopingInput, copingOf } from "./forecastCoping.ts";

const MINUTE = 60_000;
const SHIFTS = [{ id: "D", from: 540, to: 1080, operators: 4, consultants: 0, supervisors: 0 }];
const office = (over: Partial<CopingInput>): CopingInput => ({
  waiting: 4,
  coming: { expected: 40, low: 34, high: 46 },
  desks: 4,
  present: 1,
  ticketTime: 10 * MINUTE,
  now: 960,
  closes: 1080,
  shifts: SHIFTS,
  room: 4,
  ...over,
});

test("[P7] the desks serve their time until closing, less the pauses, by a ticket's time", () => {
  expect(copingOf(office({}))).toMatchObject({ capacity: 48, verdict: "tight", moreDesks: 0 });
  expect(copingOf(office({ present: 0.5 }))).toMatchObject({ capacity: 24, verdict: "short" });
  expect(copingOf(office({ ticketTime: 5 * MINUTE }))).toMatchObject({ capacity: 96, verdict: "enough" });
});

test("[P7] what is missing is said in desks", () => {
  expect(copingOf(office({ desks: 2, room: 8 }))).toMatchObject({ capacity: 24, verdict: "short", moreDesks: 2 });
});

test("[P7] desks come and go with the plan of shifts", () => {
  const shifts = [
    { ...SHIFTS[0], id: "A", from: 540, to: 1020 },
    { ...SHIFTS[0], id: "B", from: 1020, to: 1080, operators: 2 },
  ] as CopingInput["shifts"];
  expect(copingOf(office({ shifts }))).toMatchObject({ capacity: 36 });
});

test("[P7] with nobody at a desk, or after closing, nothing is said", () => {
  expect(copingOf(office({ desks: 0 }))).toBeNull();
  expect(copingOf(office({ now: 1080 }))).toBeNull();
});
