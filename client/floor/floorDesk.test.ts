import { describe, expect, it } from "vitest";
import { FIGURE_FIELDS, type FigureField, type WireRow } from "../../shared/wire.ts";
import type { Desk } from "../store/desks.ts";
import { deskWork, floorState } from "./floorDesk.ts";
import { hoursAndMinutes } from "./hoursAndMinutes.ts";

const DAY = 20_780;
const HOUR_MS = 3_600_000;

function row(figures: Readonly<Partial<Record<FigureField, number>>>): WireRow {
  return FIGURE_FIELDS.map((field) => figures[field] ?? null);
}
const desk: Desk = {
  key: "07",
  number: "7",
  state: "serving",
  since: 0,
  ticket: "A-1",
  reason: null,
  reasonSince: null,
  signedInSince: 0,
  role: "operator",
  figures: row({ accepted: 24, served: 50, returned: 1, signedIn: -9 * HOUR_MS, signedInOpen: 1 }),
};
const of = {
  role: "operator",
  desk: "7",
  shift: 6 * 3600,
  targets: { "documents-a-day": 30, "early-leave": 50 },
  demand: { nobodyWaiting: 11_400, peopleWaiting: 0 },
} as const;

describe("a desk of the floor", () => {
  it("that waits for a payment is in a state of its own, neither serving nor on a break", () => {
    expect(floorState({ state: "serving", reason: "payment" })).toBe("payment");
    expect(floorState({ state: "serving", reason: "documents" })).toBe("held");
    expect(floorState({ state: "serving", reason: null })).toBe("serving");
    expect(floorState({ state: "paused", reason: "help" })).toBe("help");
    expect(floorState({ state: "paused", reason: "break" })).toBe("paused");
  });

  it("says 24 of 30 while nobody was waiting for three hours and ten minutes", () => {
    const work = deskWork(desk, of, DAY * 86_400_000 + 15 * HOUR_MS, DAY);
    expect(work).toMatchObject({ accepted: 24, target: 30, verdict: "nobody-waited", mayLeave: 50 });
    const units = { hours: "h", minutes: "min" };
    expect(hoursAndMinutes(work.demand?.nobodyWaiting ?? null, units).replaceAll("\u00a0", " ")).toBe("3 h 10 min");
  });

  it("has no verdict where nothing is known of its target", () => {
    expect(deskWork(desk, undefined, 0, DAY)).toMatchObject({ target: null, verdict: null, mayLeave: null });
    expect(hoursAndMinutes(null, { hours: "h", minutes: "min" })).toBe("—");
  });
});
