import fc from "fast-check";
import { expect, test } from "vitest";
import { parseInstant } from "../../../shared/events.ts";
import { idOf, timeText } from "./eventText.ts";
import { sourceOf } from "./fact.ts";

test("a moment is written on the office's clocks with their offset at that time", () => {
  const moment = Date.UTC(2026, 10, 23, 4, 41, 7, 250);
  expect(timeText(moment, "Asia/Almaty")).toBe("2026-11-23T09:41:07.250+05:00");
  expect(timeText(Date.UTC(2023, 5, 1), "Asia/Almaty")).toBe("2023-06-01T06:00:00.000+06:00");
  expect(timeText(Date.UTC(2026, 5, 1), "America/St_Johns")).toBe("2026-05-31T21:30:00.000-02:30");
});

test("a written moment is read back as the same moment", () => {
  const moment = fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2030, 0, 1) });
  fc.assert(
    fc.property(moment, fc.constantFrom("Asia/Almaty", "Asia/Aqtobe", "Asia/Oral", "Asia/Qyzylorda"), (at, zone) => {
      expect(parseInstant(timeText(at, zone))).toBe(at);
    }),
  );
});

test("an id has the form of a UUID and belongs to one source and number", () => {
  const ids = new Set<string>();
  for (const office of ["KZ-71-01", "KZ-71-02"]) {
    for (let sequence = 1; sequence <= 5000; sequence += 1) {
      const id = idOf(sourceOf(office, "queue.2026-11-23"), sequence);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      ids.add(id);
    }
  }
  expect(ids.size).toBe(10_000);
});
