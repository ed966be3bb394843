import { describe, expect, it } from "vitest";
import { type OfficeNow, readings } from "./alertReadings.ts";
import { RunningWindow } from "./alertWindow.ts";

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;
const OFFICE: OfficeNow = {
  open: true,
  told: true,
  silentSince: null,
  lastEvent: NOW - 1_000,
  oldestWait: 0,
  ticketsIssued: 100,
  called: 80,
  left: 10,
  due: 40,
  delayed: 4,
  serving: 0,
  available: 0,
  missing: 3,
};

describe("what is measured at an office", () => {
  it("[G1] silence is counted from the last arrival, and is nothing while something comes", () => {
    expect(readings(OFFICE, null, NOW).silent).toBe(0);
    expect(readings({ ...OFFICE, silentSince: NOW - 5 * MINUTE }, null, NOW).silent).toBe(300);
  });

  it("[G2] the longest wait is that of who waits now", () => {
    expect(readings({ ...OFFICE, oldestWait: NOW - 10 * MINUTE }, null, NOW)["longest-wait"]).toBe(600);
    expect(readings(OFFICE, null, NOW)["longest-wait"]).toBe(0);
  });

  it("[G4] [G6] shares are said from enough cases on", () => {
    expect(readings(OFFICE, null, NOW)).toMatchObject({ left: 0.1, overdue: 0.1 });
    expect(readings({ ...OFFICE, ticketsIssued: 29, due: 19 }, null, NOW)).toMatchObject({
      left: "none",
      overdue: "none",
    });
  });

  it("nothing is said of the queue of a closed office, and of a silent one or one that catches up nothing is known", () => {
    const closed = readings({ ...OFFICE, open: false }, null, NOW);
    expect(closed).toMatchObject({ silent: "none", "longest-wait": "none", left: "none", "missing-events": 3 });
    const silent = readings({ ...OFFICE, silentSince: NOW - 10 * MINUTE, oldestWait: NOW - 60 * MINUTE }, null, NOW);
    expect(silent["longest-wait"]).toBe("unknown");
    const late = readings({ ...OFFICE, lastEvent: NOW - 30 * MINUTE, oldestWait: NOW - 60 * MINUTE }, null, NOW);
    expect(late["longest-wait"]).toBe("unknown");
  });
});

describe("[G3] [G5] the last half hour", () => {
  function watched(minutes: number, at: (minute: number) => Partial<OfficeNow>) {
    const window = new RunningWindow();
    for (let minute = 0; minute <= minutes; minute += 1)
      window.note({ ...OFFICE, ...at(minute) }, 1, NOW + minute * MINUTE);
    return window.read({ ...OFFICE, ...at(minutes) }, 1, NOW + minutes * MINUTE);
  }

  it("is not known before somebody has looked for so long, nor on a new day", () => {
    expect(watched(20, () => ({}))).toBeNull();
    const window = new RunningWindow();
    for (let minute = 0; minute <= 40; minute += 1) window.note(OFFICE, 1, NOW + minute * MINUTE);
    expect(window.read(OFFICE, 2, NOW + 40 * MINUTE)).toBeNull();
  });

  it("tells by how many the queue grew and how the desks were used", () => {
    const grown = watched(90, (minute) => ({
      ticketsIssued: 100 + minute * 2,
      called: 80 + minute,
      left: 10,
      serving: minute * 3 * MINUTE,
      available: minute * 4 * MINUTE,
    }));
    expect(grown?.growth).toBeGreaterThanOrEqual(30);
    expect(grown?.growth).toBeLessThanOrEqual(31);
    expect((grown?.serving ?? 0) / (grown?.available ?? 1)).toBeCloseTo(0.75);
  });
});
