import fc from "fast-check";
import { expect, test } from "vitest";
import { demoClockOffset } from "./demoClock.ts";

const at = (text: string) => Date.parse(`${text}+05:00`);
const shown = (real: string, previous?: number) => {
  const now = at(real);
  return new Date(now + demoClockOffset(now, previous) + 5 * 3_600_000).toISOString().slice(0, 16);
};

test("in working time the clock is the real one", () => {
  expect(demoClockOffset(at("2026-11-23T09:00:00"))).toBe(0);
  expect(demoClockOffset(at("2026-11-23T18:29:59"))).toBe(0);
});

test("at night and on Sundays the clock starts at 10:30 of the nearest working day", () => {
  expect(shown("2026-11-22T16:00:00")).toBe("2026-11-23T10:30");
  expect(shown("2026-11-21T02:00:00")).toBe("2026-11-20T10:30");
  expect(shown("2026-11-24T20:00:00")).toBe("2026-11-24T10:30");
  expect(shown("2026-11-24T04:00:00")).toBe("2026-11-24T10:30");
});

test("an earlier clock goes on in working time, and otherwise jumps to the next working day", () => {
  const real = "2026-11-22T16:00:00";
  const hour = 3_600_000;
  expect(demoClockOffset(at(real), 20 * hour)).toBe(20 * hour);
  expect(shown(real, 0)).toBe("2026-11-23T10:30");
  expect(shown(real, 30 * hour)).toBe("2026-11-24T10:30");
});

test("with an earlier offset the clock never goes back", () => {
  const moment = fc.integer({ min: at("2026-01-01T00:00:00"), max: at("2026-12-31T00:00:00") });
  fc.assert(
    fc.property(moment, fc.integer({ min: -1e9, max: 1e9 }), (now, previous) => {
      expect(demoClockOffset(now, previous)).toBeGreaterThanOrEqual(previous);
    }),
  );
});
