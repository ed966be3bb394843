import { describe, expect, it } from "vitest";
import { formatDay, parseDay } from "../../shared/time.ts";
import { periodLastYear, previousPeriod } from "./comparedPeriods.ts";

const day = (text: string) => parseDay(text) as number;
const written = ([from, to]: readonly [number, number]) => `${formatDay(from)} ${formatDay(to)}`;

describe("periods that are compared", () => {
  it("before a month comes the whole month before it, however long", () => {
    expect(written(previousPeriod(day("2026-03-01"), day("2026-03-31")))).toBe("2026-02-01 2026-02-28");
    expect(written(previousPeriod(day("2026-01-01"), day("2026-03-31")))).toBe("2025-10-01 2025-12-31");
  });

  it("before other days come as many days", () => {
    expect(written(previousPeriod(day("2026-11-09"), day("2026-11-15")))).toBe("2026-11-02 2026-11-08");
    expect(written(previousPeriod(day("2026-03-01"), day("2026-03-01")))).toBe("2026-02-28 2026-02-28");
  });

  it("a year before a leap February lies a whole February", () => {
    expect(written(periodLastYear(day("2024-02-01"), day("2024-02-29")))).toBe("2023-02-01 2023-02-28");
    expect(written(periodLastYear(day("2025-02-01"), day("2025-02-28")))).toBe("2024-02-01 2024-02-29");
    expect(written(periodLastYear(day("2024-02-29"), day("2024-02-29")))).toBe("2023-02-28 2023-02-28");
    expect(written(periodLastYear(day("2026-11-09"), day("2026-11-15")))).toBe("2025-11-09 2025-11-15");
  });
});
