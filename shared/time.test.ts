import { describe, expect, it } from "vitest";
import { dayStart, formatDay, localDay, localQuarter, momentAt, parseDay, weekday, zoneOffset } from "./time.ts";

const at = (text: string) => Date.parse(text);
const HOUR = 3_600_000;

describe("the local day", () => {
  it("has 25 hours in Almaty on 29 February 2024 and 24 in Aqtobe", () => {
    const leap = parseDay("2024-02-29") as number;
    expect(dayStart(leap + 1, "Asia/Almaty") - dayStart(leap, "Asia/Almaty")).toBe(25 * HOUR);
    expect(dayStart(leap + 1, "Asia/Aqtobe") - dayStart(leap, "Asia/Aqtobe")).toBe(24 * HOUR);
    expect(dayStart(leap + 1, "Asia/Almaty")).toBe(at("2024-02-29T19:00:00Z"));
  });
  it("shows 23:30 twice on that evening in Almaty", () => {
    for (const moment of ["2024-02-29T17:30:00Z", "2024-02-29T18:30:00Z"]) {
      expect(formatDay(localDay(at(moment), "Asia/Almaty"))).toBe("2024-02-29");
      expect(localQuarter(at(moment), "Asia/Almaty")).toBe(94);
    }
  });
  it("follows the offsets of the years, not today's", () => {
    expect(zoneOffset("Asia/Almaty", at("2008-01-01T00:00:00Z"))).toBe(6 * HOUR);
    expect(zoneOffset("Asia/Almaty", at("2026-01-01T00:00:00Z"))).toBe(5 * HOUR);
    expect(zoneOffset("Asia/Qyzylorda", at("2018-12-20T17:59:59Z"))).toBe(6 * HOUR);
    expect(zoneOffset("Asia/Qyzylorda", at("2019-01-01T00:00:00Z"))).toBe(5 * HOUR);
  });
  it("agrees with Intl every hour of ten years in zones with summer time", () => {
    for (const zone of ["Europe/Amsterdam", "Asia/Oral"]) {
      const format = new Intl.DateTimeFormat("en-CA", {
        timeZone: zone,
        year: "numeric",
        month: "2-digit",
        day: "2-digit",
      });
      for (let moment = at("2003-01-01T00:00:00Z"); moment < at("2013-01-01T00:00:00Z"); moment += 7 * HOUR)
        if (formatDay(localDay(moment, zone)) !== format.format(moment))
          expect.fail(`${zone} ${new Date(moment).toISOString()}`);
    }
  });
  it("finds the moment that a wall clock shows", () => {
    const day = parseDay("2026-11-23") as number;
    expect(momentAt(day, 10 * 60 + 30, "Asia/Almaty")).toBe(at("2026-11-23T10:30:00+05:00"));
    expect(momentAt(parseDay("2012-03-25") as number, 12 * 60, "Europe/Amsterdam")).toBe(
      at("2012-03-25T12:00:00+02:00"),
    );
  });
  it("refuses dates that do not exist and knows a Monday", () => {
    expect(parseDay("2026-02-30")).toBeNull();
    expect(parseDay("26-2-3")).toBeNull();
    expect(weekday(parseDay("2026-11-23") as number)).toBe(0);
    expect(weekday(parseDay("1969-12-29") as number)).toBe(0);
  });
});
