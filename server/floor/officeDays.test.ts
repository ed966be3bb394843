import { expect, test } from "vitest";
import { DAY_MS, localDay } from "../../shared/time.ts";
import { OfficeDays } from "./officeDays.ts";

const ZONE = "Asia/Almaty";
const SECOND = 1_000;

/** So many offices are asked for every three seconds, ten minutes long: how often a day is read, a second. */
async function readings(watched: number): Promise<number> {
  let now = 20_780 * DAY_MS + 6 * 3_600_000;
  let read = 0;
  const source = {
    officeDay: async () => {
      read += 1;
      return { tickets: [], days: [] };
    },
  };
  const days = new OfficeDays(source, { now: () => now });
  for (let second = 0; second < 600; second += 3) {
    now += 3 * SECOND;
    for (let office = 0; office < watched; office += 1) await days.read(`KZ-${office}`, localDay(now, ZONE), ZONE);
  }
  return read / 600;
}

test("an office's day is read every twenty seconds while few are watched", async () => {
  expect(await readings(1)).toBeCloseTo(1 / 21, 2);
  expect(await readings(40)).toBeCloseTo(40 / 21, 1);
});

test("three hundred watched floors are read no more than four times a second together", async () => {
  expect(await readings(300)).toBeLessThan(4);
});
