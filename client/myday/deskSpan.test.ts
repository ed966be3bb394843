import { describe, expect, it } from "vitest";
import type { MyAct, MyTicket } from "../../shared/myDay.ts";
import { breaksOf, deskSpan } from "./deskSpan.ts";

const act = (at: number, what: MyAct["act"]): MyAct => ({ at, act: what, reason: null, desk: null });
const ticket = (called: number, closed: number | null) => ({ called, closed }) as MyTicket;

describe("the course of a day", () => {
  it("runs from the first sign of the day to now while the operator is signed in", () => {
    expect(deskSpan({ acts: [act(10, "sign-in")], tickets: [ticket(20, 30)], asOf: 100 })).toEqual([10, 100]);
  });

  it("ends with the last sign of the day once the operator has left, or the day is over", () => {
    const acts = [act(10, "sign-in"), act(50, "sign-out")];
    expect(deskSpan({ acts, tickets: [], asOf: 100 })).toEqual([10, 50]);
    expect(deskSpan({ acts: [act(10, "sign-in"), act(60, "pause")], tickets: [], asOf: 90_000_000 })).toEqual([10, 60]);
  });

  it("is not drawn of a day without a sign", () => {
    expect(deskSpan({ acts: [], tickets: null, asOf: 100 })).toBeNull();
  });

  it("has breaks that end with the return or the sign-out, and one that runs", () => {
    const acts = [act(1, "sign-in"), act(2, "pause"), act(3, "pause"), act(5, "resume"), act(7, "pause")];
    expect(breaksOf({ acts, asOf: 9 })).toEqual([
      [2, 5],
      [7, 9],
    ]);
  });
});
