import { describe, expect, it } from "vitest";
import type { Office, OpeningCalendar, Reference } from "./reference.ts";
import { validOn } from "./reference.ts";
import { indexReference, isOpen, officesOf, openingHours, regionOn } from "./referenceIndex.ts";
import { parseDay } from "./time.ts";

const names = (text: string) => ({ kk: text, ru: text, en: text });
const day = (text: string) => parseDay(text) as number;
const hours = (open: number, close: number) => ({ open: open * 60, close: close * 60 });

const office = (id: string, fields: Partial<Office> = {}): Office => ({
  id,
  region: "KZ-63",
  names: names(id),
  shortNames: names(id),
  zone: "Asia/Almaty",
  kind: "city",
  desks: 20,
  openings: "duty",
  shifts: [],
  waitNormSeconds: 900,
  serviceNormSeconds: 1200,
  formerRegions: [{ region: "KZ-VOS", validTo: day("2022-06-07") }],
  validFrom: day("2007-01-01"),
  validTo: null,
  ...fields,
});

const duty: OpeningCalendar = {
  id: "duty",
  names: names("duty"),
  week: [hours(9, 20), hours(9, 20), hours(9, 20), hours(9, 20), hours(9, 20), hours(9, 13), null],
  follows: "KZ-5",
  onHoliday: null,
  onDayInLieu: hours(9, 13),
  onWorkingWeekend: hours(9, 20),
  exceptions: [{ day: day("2026-11-24"), hours: hours(12, 24), source: "test" }],
  source: "test",
};

const off = (date: string, kind: "holiday" | "in-lieu" | "transfer") => ({
  day: day(date),
  kind,
  names: names(kind),
  source: "test",
});

const reference: Reference = {
  regions: [],
  offices: [office("KZ-63-01"), office("KZ-63-02", { openings: "nowhere" }), office("KZ-71-01", { region: "KZ-71" })],
  services: [],
  authorities: [],
  calendars: {
    counting: [
      {
        id: "KZ-5",
        names: names("week"),
        weekend: [5, 6],
        coverage: { from: day("2024-01-01"), to: day("2026-12-31") },
        daysOff: [off("2026-12-16", "holiday"), off("2024-05-08", "transfer"), off("2026-10-26", "in-lieu")],
        workingDays: [{ day: day("2024-05-04"), source: "test" }],
      },
    ],
    opening: [duty],
  },
  targets: [],
  operators: [{ id: "KZ-71-01-07", office: "KZ-71-01", desk: "7", shift: "A", role: "operator" }],
};

const index = indexReference(reference);
const first = reference.offices[0] as Office;
const at = (text: string) => isOpen(first, Date.parse(text), index);

describe("reference index", () => {
  it("lists the offices of a region and the staff of an office", () => {
    expect(officesOf(index, "KZ-63").map((each) => each.id)).toEqual(["KZ-63-01", "KZ-63-02"]);
    expect(officesOf(index, "KZ-99")).toEqual([]);
    expect(index.operatorsByOffice.get("KZ-71-01")).toHaveLength(1);
  });

  it("an office belongs to the region of the date", () => {
    expect(regionOn(first, day("2022-06-07"))).toBe("KZ-VOS");
    expect(regionOn(first, day("2022-06-08"))).toBe("KZ-63");
  });

  it("a record holds on its first and its last day", () => {
    const dated = { validFrom: 10, validTo: 12 };
    expect([9, 10, 12, 13].map((each) => validOn(dated, each))).toEqual([false, true, true, false]);
  });
});

describe("opening hours", () => {
  it.each([
    ["an ordinary Monday", "2026-11-23", hours(9, 20)],
    ["a Saturday", "2026-11-21", hours(9, 13)],
    ["a Sunday", "2026-11-22", null],
    ["a holiday", "2026-12-16", null],
    ["a day in lieu", "2026-10-26", hours(9, 13)],
    ["a transferred day", "2024-05-08", hours(9, 13)],
    ["a Saturday worked by decree", "2024-05-04", hours(9, 20)],
    ["an exception", "2026-11-24", hours(12, 24)],
  ])("of %s", (_, date, expected) => {
    expect(openingHours(first, day(date), index)).toEqual(expected);
  });

  it("start with the opening minute and end before the closing minute", () => {
    expect(at("2026-11-23T08:59:59.999+05:00")).toBe(false);
    expect(at("2026-11-23T09:00:00+05:00")).toBe(true);
    expect(at("2026-11-23T19:59:59.999+05:00")).toBe(true);
    expect(at("2026-11-23T20:00:00+05:00")).toBe(false);
  });

  it("may last until midnight", () => {
    expect(at("2026-11-24T23:59:59+05:00")).toBe(true);
    expect(at("2026-11-25T00:00:00+05:00")).toBe(false);
  });

  it("are none for an office whose calendar is not known", () => {
    expect(isOpen(reference.offices[1] as Office, Date.parse("2026-11-23T12:00:00+05:00"), index)).toBe(false);
  });
});
