import fc from "fast-check";
import { expect, test } from "vitest";
import { causeOf, delayKey, lateKey, refusalKey, returnKey } from "./cause.ts";

const identifier = fc.stringMatching(/^[A-Za-z0-9._/-]{1,12}$/);

test("a cause is read from its key as it was written, whatever its reason holds", () => {
  fc.assert(
    fc.property(identifier, identifier, identifier, fc.string(), (service, authority, who, reason) => {
      expect(causeOf(refusalKey(service, reason))).toEqual({ kind: "rejected", service, reason });
      const returned = { kind: "returned", fault: who, service, authority, reason };
      expect(causeOf(returnKey(who, `${service}|${authority}`, reason))).toEqual(returned);
      expect(causeOf(returnKey(who, "", reason))).toEqual({ ...returned, service: "", authority: "" });
      const delayed = { kind: "delayed", holder: who, service, authority };
      expect(causeOf(delayKey(who, `${service}|${authority}`))).toEqual(delayed);
      for (const to of [null, 20_001])
        expect(causeOf(lateKey(who, `${service}|${authority}`, 20_000, to))).toEqual({
          ...{ ...delayed, kind: "late" },
          ...{ from: 20_000, to },
        });
    }),
  );
});
