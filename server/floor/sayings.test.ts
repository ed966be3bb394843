import { describe, expect, it } from "vitest";
import { stands } from "../../shared/floor.ts";
import type { OperatorNow } from "../core/board.ts";
import { disputesOf } from "./dispute.ts";
import type { DisputeEntry } from "./floorPorts.ts";
import { deskCallId, helpBookOf, helpNow } from "./helpCall.ts";
import { median } from "./myDayAnswer.ts";

const raised: DisputeEntry = {
  said: "disputed",
  id: "d",
  operator: "07",
  day: "2026-11-23",
  subject: "ticket:2026-11-23/A-042",
  reason: "closed-too-late",
  note: "",
  at: 1,
};

describe("a dispute", () => {
  it("stands when it is raised or agreed to, and not when it is declined or taken back [M6]", () => {
    const agreed: DisputeEntry = { said: "answered", id: "d", answer: "agreed", note: "", at: 2, by: "S" };
    const declined: DisputeEntry = { ...agreed, answer: "declined", at: 3 };
    const withdrawn: DisputeEntry = { said: "withdrawn", id: "d", at: 4 };
    const told = (...entries: DisputeEntry[]) => disputesOf([raised, ...entries]).map(stands);
    expect(told()).toEqual([true]);
    expect(told(agreed)).toEqual([true]);
    expect(told(agreed, declined)).toEqual([false]);
    expect(told(agreed, withdrawn)).toEqual([false]);
  });

  it("is nothing when only its answer is known", () => {
    expect(disputesOf([{ said: "withdrawn", id: "x", at: 1 }])).toEqual([]);
  });
});

describe("calls for help", () => {
  const person: OperatorNow = { signedInSince: 1, pausedSince: 5, pausedFor: "help", desk: "7", role: "operator" };

  it("are those made here and the desks that are paused for help, the oldest first", () => {
    const book = helpBookOf([
      { said: "called", id: "old", operator: "03", at: 1 },
      { said: "called", id: "c", operator: "03", at: 9 },
    ]);
    const people = new Map([["07", person]]);
    expect(helpNow(book, people, 4).map(({ id, source }) => [id, source])).toEqual([
      [deskCallId("07", 5), "desk"],
      ["c", "centre"],
    ]);
  });

  it("are answered once: of several answers the first counts, and the next pause is another call", () => {
    const id = deskCallId("07", 5);
    const book = helpBookOf([
      { said: "answered", id, at: 6, by: "first" },
      { said: "answered", id, at: 7, by: "second" },
    ]);
    expect(helpNow(book, new Map([["07", person]]), 0)[0]?.answeredBy).toBe("first");
    const again = new Map([["07", { ...person, pausedSince: 8 }]]);
    expect(helpNow(book, again, 0)[0]?.answeredAt).toBeNull();
  });
});

describe("the middle", () => {
  it("of an even number lies between the two in the middle; of nothing it is not known", () => {
    expect(median([3, null, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([null])).toBeNull();
  });
});
