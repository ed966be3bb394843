import { expect, test } from "vitest";
import { formatInstant, timeReader } from "./timeReader.ts";

function told(text: string, formats: readonly string[] = ["iso"], zone: string | null = null): string {
  const time = timeReader(formats, zone)(text);
  return typeof time === "string" ? time : formatInstant(time.at, time.offset);
}

test.each([
  ["2011-10-11 13:42:22.688000+02:00", "2011-10-11T13:42:22.688+02:00"],
  ["2011-10-11T13:42:22Z", "2011-10-11T13:42:22.000Z"],
  ["2011-10-11T13:42:22.6889+0530", "2011-10-11T13:42:22.688+05:30"],
  ["2011-10-11 13:42 -03", "2011-10-11T13:42:00.000-03:00"],
])("%s keeps its offset", (text, instant) => {
  expect(told(text)).toBe(instant);
});

test("a time without an offset stands on the clock of the zone as it was then", () => {
  expect(told("2024-02-29 12:00", ["iso"], "Asia/Almaty")).toBe("2024-02-29T12:00:00.000+06:00");
  expect(told("2024-03-02 12:00", ["iso"], "Asia/Almaty")).toBe("2024-03-02T12:00:00.000+05:00");
  expect(told("2011-10-30 02:30", ["iso"], "Europe/Amsterdam")).toBe("2011-10-30T02:30:00.000+02:00");
  expect(told("2024-02-29 12:00")).toContain('names no offset, and the mapping names no zone; set "zone"');
});

test.each([
  ["dd.MM.yyyy HH:mm:ss", "09.03.2025 08:05:59", "2025-03-09T08:05:59.000+05:00"],
  ["d.M.yy H:mm", "9.3.25 8:05", "2025-03-09T08:05:00.000+05:00"],
  ["MM/dd/yyyy hh:mm a", "03/09/2025 12:05 AM", "2025-03-09T00:05:00.000+05:00"],
  ["MM/dd/yyyy h:mm a", "03/09/2025 1:05 pm", "2025-03-09T13:05:00.000+05:00"],
  ["yyyyMMdd'T'HHmmssSSSXXX", "20250309T080559123+0300", "2025-03-09T08:05:59.123+03:00"],
  ["epoch-seconds", "1741489559.5", "2025-03-09T08:05:59.500+05:00"],
  ["epoch-ms", "1741489559000", "2025-03-09T08:05:59.000+05:00"],
])("the form %s reads %s", (format, text, instant) => {
  expect(told(text, ["iso", format], "Asia/Almaty")).toBe(instant);
});

test.each(["2025-02-30", "2025-13-01", "2025-01-01 24:01", "0050-01-01 10:00", "soon", "2025-01-01T10"])(
  "%s is no time",
  (text) => {
    expect(told(text, ["iso"], "Asia/Almaty")).toContain('is no date and time of the form "iso"; correct it, or add');
  },
);
