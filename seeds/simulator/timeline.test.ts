import fc from "fast-check";
import { expect, test } from "vitest";
import { Timeline } from "./timeline.ts";

test("everything is taken once, in order, and not before its moment", () => {
  const moments = fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 60 });
  const looks = fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 20 });
  fc.assert(
    fc.property(moments, moments, looks, (early, late, steps) => {
      const timeline = new Timeline<number>(0);
      for (const at of early) timeline.add(at, at);
      const taken: number[] = [];
      let now = 0;
      for (const [place, step] of [...steps, 400_000].entries()) {
        now += step;
        const some = timeline.take(now);
        expect(some).toEqual([...some].sort((one, other) => one - other));
        expect(some.every((at) => at <= now)).toBe(true);
        taken.push(...some);
        if (place === 0) for (const at of late) timeline.add(at, at);
      }
      taken.push(...timeline.take(now + 10_000));
      expect(timeline.size).toBe(0);
      expect(taken.sort((one, other) => one - other)).toEqual([...early, ...late].sort((one, other) => one - other));
    }),
  );
});
