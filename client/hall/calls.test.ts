import { expect, test } from "vitest";
import { ANNOUNCED_MS, type HallCall, isAnnounced, lastCalls, ticketName } from "./calls.ts";
import { languageAt } from "./turns.ts";

const call = (ticket: string, since: number, desk = "1"): HallCall => ({ ticket, desk, since });

test("the last five calls stand newest first, those whose ticket has left its desk among them", () => {
  const seen = lastCalls([], [call("A-1", 1), call("A-2", 2), call("A-3", 3)]);
  const next = lastCalls(seen, [call("A-3", 3), call("A-4", 4), call("A-5", 5), call("A-6", 6)]);
  expect(next.map(({ ticket }) => ticket)).toEqual(["A-6", "A-5", "A-4", "A-3", "A-2"]);
});

test("a ticket that is called again stands once, with its last call", () => {
  const seen = lastCalls([], [call("A-1", 1), call("A-2", 2)]);
  expect(lastCalls(seen, [call("A-1", 9, "4")])).toEqual([call("A-1", 9, "4"), call("A-2", 2)]);
});

test("a call is announced for some seconds by the centre's clock, and never before the clock is known", () => {
  expect(isAnnounced(call("A-1", 1000), 1000 + ANNOUNCED_MS - 1)).toBe(true);
  expect(isAnnounced(call("A-1", 1000), 1000 + ANNOUNCED_MS)).toBe(false);
  expect(isAnnounced(call("A-1", 1000), null)).toBe(false);
});

test("the screen shows what is printed on the ticket", () => {
  expect(ticketName("2026-11-23/A-042")).toBe("A-042");
  expect(ticketName("B7")).toBe("B7");
});

test("Kazakh and Russian take turns of ten seconds, Kazakh before the clock is known", () => {
  expect([null, 0, 9_999, 10_000, 20_000].map(languageAt)).toEqual(["kk", "kk", "kk", "ru", "kk"]);
});
