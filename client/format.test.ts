import { describe, expect, test } from "vitest";
import { parseDay } from "../shared/time.ts";
import { createFormat, DASH } from "./format.ts";
import { byName, compareTexts } from "./language.ts";

const kk = createFormat("kk");
const ru = createFormat("ru");
const en = createFormat("en");
const monday = parseDay("2026-11-23") as number;

describe("numbers", () => {
  test("Kazakh and Russian group by a no-break space and write a decimal comma", () => {
    for (const format of [kk, ru]) {
      expect(format.count(12408)).toBe("12\u00a0408");
      expect(format.decimal(6.25, 1)).toBe("6,3");
      expect(format.percent(0.0841)).toBe("8,4\u00a0%");
    }
    expect(en.count(12408)).toBe("12,408");
    expect(en.percent(0.0841)).toBe("8.4%");
  });

  test("what is not known is a dash, and zero is zero", () => {
    expect(ru.count(null)).toBe(DASH);
    expect(ru.percent(null)).toBe(DASH);
    expect(ru.duration(null)).toBe(DASH);
    expect(ru.count(0)).toBe("0");
    expect(ru.percent(0)).toBe("0\u00a0%");
    expect(ru.duration(0)).toBe("0\u00a0с");
  });

  test("how far something is, is told in whole percent, and as done only when it is", () => {
    expect([0, 0.15, 0.9999, 1].map(ru.progress)).toEqual(["0\u00a0%", "15\u00a0%", "99\u00a0%", "100\u00a0%"]);
    expect(en.progress(0.15)).toBe("15%");
  });

  test("a share under one percent keeps two digits, a whole keeps none", () => {
    expect(ru.percentFigure(0.0041)).toBe("0,41");
    expect(ru.percentFigure(1)).toBe("100");
    expect(ru.percentFigure(0.9949)).toBe("99,5");
  });
});

describe("durations", () => {
  test("the unit follows the size", () => {
    expect(ru.duration(42)).toBe("42\u00a0с");
    expect(ru.duration(372)).toBe("6,2\u00a0мин");
    expect(ru.duration(38 * 60)).toBe("38\u00a0мин");
    expect(kk.duration(2.4 * 3600)).toBe("2,4\u00a0сағ");
    expect(en.duration(3 * 86_400)).toBe("3.0\u00a0d");
  });

  test("a stopwatch counts minutes, then hours", () => {
    expect(ru.stopwatch(42)).toBe("0:42");
    expect(ru.stopwatch(740)).toBe("12:20");
    expect(ru.stopwatch(3909)).toBe("1:05:09");
  });
});

describe("times and dates", () => {
  test("a clock shows the office's own zone of that moment", () => {
    const moment = Date.parse("2024-02-15T05:42:08Z");
    expect(ru.clock(moment, "Asia/Almaty")).toBe("11:42");
    expect(ru.clock(moment, "Asia/Aqtobe", true)).toBe("10:42:08");
  });

  test("a day is written in each language's own way", () => {
    expect(ru.day(monday)).toBe("понедельник, 23 ноября 2026");
    expect(kk.day(monday)).toBe("2026 жылғы 23 қараша, дүйсенбі");
    expect(en.day(monday)).toBe("Monday, 23 November 2026");
    expect(ru.month(monday)).toBe("ноябрь");
    expect([kk.date(monday), ru.date(monday), en.date(monday)]).toEqual(["23 қараша", "23 ноября", "23 November"]);
  });
});

describe("order", () => {
  test("Kazakh letters stand in their places", () => {
    const words = [
      "Ұлытау",
      "Жетісу",
      "Әл-Фараби",
      "Атырау",
      "Қызылорда",
      "Қостанай",
      "Шымкент",
      "Түркістан",
      "Караоба",
    ];
    expect([...words].sort((a, b) => compareTexts("kk", a, b))).toEqual([
      "Атырау",
      "Әл-Фараби",
      "Жетісу",
      "Караоба",
      "Қостанай",
      "Қызылорда",
      "Түркістан",
      "Ұлытау",
      "Шымкент",
    ]);
  });

  test("a name is looked up by its first capital", () => {
    const names = ["с. Бадам", "Арыс", "район имени Габита Мусрепова", "пос. Атакент"];
    expect([...names].sort((a, b) => compareTexts("ru", a, b))).toEqual([
      "Арыс",
      "пос. Атакент",
      "с. Бадам",
      "район имени Габита Мусрепова",
    ]);
  });

  test("records go by their name in the language", () => {
    const records = [
      { kk: "Шығыс", ru: "Восток", en: "East" },
      { kk: "Батыс", ru: "Запад", en: "West" },
    ];
    expect(byName("kk", records, (names) => names)[0]?.en).toBe("West");
    expect(byName("en", records, (names) => names)[0]?.en).toBe("East");
  });
});
