import { expect, test } from "vitest";
import { cellText, DASH, monthText } from "./cellText.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("what is not known is a dash and never 0", () => {
  expect(cellText(null, "count", "kk")).toBe(DASH);
  expect(cellText(0, "share", "ru")).not.toBe(DASH);
});

test("figures are written as their readers write them", () => {
  expect(plain(cellText(12408, "count", "kk"))).toBe("12 408");
  expect(plain(cellText(12408, "count", "en"))).toBe("12,408");
  expect(plain(cellText(0.084, "share", "ru"))).toBe("8,4 %");
  expect(plain(cellText(0.0042, "share", "kk"))).toBe("0,42 %");
  expect(plain(cellText(351, "seconds", "ru"))).toBe("5,9 мин");
  expect(plain(cellText(2710, "seconds", "kk"))).toBe("45 мин");
  expect(plain(cellText(36_000, "seconds", "kk"))).toBe("10,0 сағ");
  expect(plain(cellText(4.266, "score", "ru"))).toBe("4,27");
});

test("dates, moments and months stand in the order of their language", () => {
  expect(cellText("2026-11-23", "date", "kk")).toBe("23.11.2026");
  expect(cellText("2026-11-23", "date", "en")).toBe("2026-11-23");
  expect(cellText("2026-11-22T20:15:30.120Z", "moment", "ru")).toBe("23.11.2026 01:15 UTC+05:00");
  expect(cellText("2026-11-23T09:15:00+05:00", "moment", "kk")).toBe("23.11.2026 09:15 UTC+05:00");
  expect([monthText("2026-11", "kk"), plain(monthText("2026-11", "ru")), monthText("2026-11", "en")]).toEqual([
    "2026 жылғы қараша",
    "Ноябрь 2026 г.",
    "November 2026",
  ]);
});
