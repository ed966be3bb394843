import { describe, expect, test } from "vitest";
import type { Delta, Snapshot } from "../../shared/wire.ts";
import { applyDelta, viewOf } from "./view.ts";

const snapshot: Snapshot = {
  wire: 1,
  scope: "country",
  epoch: "e1",
  version: 7,
  asOf: 1000,
  day: 20780,
  zone: "Asia/Almaty",
  rows: { total: [1, 2, 3], "region:KZ-71": [4, 5, 6], "attention:a": ["silent", "KZ-71-01", null, null, 5] },
};
const view = viewOf(snapshot);
const delta = (next: Partial<Delta>): Delta => ({ scope: "country", epoch: "e1", version: 8, asOf: 1100, ...next });

describe("a delta", () => {
  test("sets whole rows, patches cells and drops rows", () => {
    const step = applyDelta(
      view,
      delta({ set: { "region:KZ-75": [7, 8, 9] }, patch: { total: [0, 10, 2, null] }, drop: ["attention:a"] }),
    );
    expect(step).toMatchObject({ kind: "applied", view: { version: 8, asOf: 1100 } });
    if (step.kind !== "applied") return;
    expect(step.view.rows).toEqual({ total: [10, 2, null], "region:KZ-71": [4, 5, 6], "region:KZ-75": [7, 8, 9] });
  });

  test("leaves what it does not name as it was, by identity, and never writes into the old view", () => {
    const step = applyDelta(view, delta({ patch: { total: [0, 10] } }));
    if (step.kind !== "applied") throw new Error(step.kind);
    expect(step.view.rows["region:KZ-71"]).toBe(view.rows["region:KZ-71"]);
    expect(view.rows.total).toEqual([1, 2, 3]);
  });

  test("of a version that the view holds already says nothing new", () => {
    expect(applyDelta(view, delta({ version: 7 })).kind).toBe("known");
    expect(applyDelta(view, delta({ version: 3 })).kind).toBe("known");
  });

  test("that skips a version, comes from another epoch or patches an unheard-of row is a gap", () => {
    expect(applyDelta(view, delta({ version: 9 })).kind).toBe("gap");
    expect(applyDelta(view, delta({ epoch: "e2" })).kind).toBe("gap");
    expect(applyDelta(view, delta({ patch: { "region:KZ-99": [0, 1] } })).kind).toBe("gap");
  });
});
