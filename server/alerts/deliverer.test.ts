import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterAttempt, TRIED_MS, waitAfter } from "./deliverer.ts";
import type { Delivery } from "./delivery.ts";
import { isSignedBy, signatureOf } from "./signature.ts";

const WAITING: Delivery = {
  id: "one",
  place: "KZ-71",
  event: "alert.raised",
  about: "an alert",
  body: "{}",
  made: 0,
  next: 0,
  attempts: 0,
  state: "waiting",
  status: null,
  error: null,
};

describe("a message to a webhook", () => {
  it("is tried again after a wait that doubles, with a random half, and never longer than an hour", () => {
    expect(waitAfter(1, 1)).toBe(5_000);
    expect(waitAfter(1, 0)).toBe(2_500);
    expect(waitAfter(4, 1)).toBe(40_000);
    expect(waitAfter(60, 1)).toBe(3_600_000);
  });

  it("that is never taken is tried for a day and is dead then, after some dozens of attempts", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 200, maxLength: 200 }),
        (chances) => {
          let delivery = WAITING;
          for (const chance of chances) {
            if (delivery.state !== "waiting") break;
            delivery = afterAttempt(delivery, { status: 503, error: "refused" }, delivery.next, chance);
          }
          expect(delivery.state).toBe("dead");
          expect(delivery.next).toBeLessThanOrEqual(TRIED_MS);
          expect(delivery.next).toBeGreaterThan(TRIED_MS - 3_600_000);
          expect(delivery.attempts).toBeLessThan(80);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("that is taken is over, with the answer", () => {
    const delivery = afterAttempt(WAITING, { status: 204, error: null }, 7, 0.5);
    expect(delivery).toMatchObject({ state: "delivered", status: 204, attempts: 1, next: 7 });
  });

  it("is signed over its time and its bytes: whatever is changed does not fit any more", () => {
    const secret = "a-secret-of-the-test";
    const signature = signatureOf(secret, 1_795_000_000, '{"id":"one"}');
    expect(signature).toMatch(/^v1=[0-9a-f]{64}$/);
    expect(isSignedBy(secret, 1_795_000_000, '{"id":"one"}', signature)).toBe(true);
    expect(isSignedBy(secret, 1_795_000_001, '{"id":"one"}', signature)).toBe(false);
    expect(isSignedBy(secret, 1_795_000_000, '{"id":"two"}', signature)).toBe(false);
    expect(isSignedBy("another-secret-here", 1_795_000_000, '{"id":"one"}', signature)).toBe(false);
  });
});
