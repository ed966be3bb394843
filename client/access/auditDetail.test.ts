import { expect, it } from "vitest";
import { createFormat } from "../format.ts";
import { LANGUAGES } from "../language.ts";
import type { Book } from "../store/reference.ts";
import { type Telling, tellDetail } from "./auditDetail.ts";

const book = {
  office: new Map(),
  region: new Map([["KZ-71", { shortNames: { kk: "Астана", ru: "Астана", en: "Astana" } }]]),
} as unknown as Book;

function telling(language: Telling["language"]): Telling {
  return { language, format: createFormat(language), zone: "Asia/Almaty", book };
}

const SETTING = '{"on":true,"raise":0.9,"clear":0.6,"minutes":0}';
/** What is taken down, and how it reads in Russian. */
const TAKEN_DOWN: readonly (readonly [string, string])[] = [
  ["2026-11-23 ticket:2026-11-23/P-002: closed-too-late", "23 ноября · время талона P-002 · талон закрыт поздно"],
  ["dispute 2026-11-23 act:1795412700000: agreed", "23 ноября · отметка 10:45 · согласие"],
  [`alert rule longest-wait of KZ-71: null -> ${SETTING}`, "Долгое ожидание (Астана): "],
  ["documents-a-day of operator from 2026-12-01: 30 → none", "документов в день (оператор, 1 декабря): 30 → —"],
  ["webhook of country: none -> https://centre.kz/hook", "https://centre.kz/hook"],
  ["webhook of country removed", ": —"],
  ["2026-10 version 2: поздние события", "октябрь 2026 · версия 2 · поздние события"],
  ["KZ-71-01~silent~mwsuc1l2: power-cut", "Нет связи · Нет электричества"],
  ["611e86fa-4509-48ed-820f-369b1bfdefd6: repair -> training", "Плановый ремонт → Обучение или планёрка"],
  ["KZ-71-01~silent~mwsuc1l2: taken back", "Нет связи · отозвано"],
  ["aigul (regional-manager)", "aigul · руководитель региона"],
  ["/api/reports/monthly/2026-10.xlsx", "отчёты · октябрь 2026 · XLSX"],
  ["/api/exports/tickets.csv 2026-11-01 – 2026-11-22", "отдельные талоны · 1 ноября – 22 ноября"],
  ["/api/statistics.csv?from=2026-11-01&to=2026-11-22", "показатели · CSV"],
  ["/api/floor", "зал"],
  ["dead letters", "непринятые записи"],
];

it("details of the log are told in words, with months, places, kinds and causes by their names", () => {
  for (const [taken, told] of TAKEN_DOWN) expect(tellDetail(taken, telling("ru"))).toContain(told);
});

it("in every language nothing of a detail is left as it was taken down", () => {
  for (const language of LANGUAGES)
    for (const [taken] of TAKEN_DOWN) {
      const told = tellDetail(taken, telling(language));
      expect(told).not.toBe(taken);
      expect(told).not.toMatch(/[{}"]|undefined|null|~|act:|ticket:|->/);
    }
});

it("a name or an address stands as it was taken down", () => {
  for (const what of ["127.0.0.1", "Экран в холле", ""]) expect(tellDetail(what, telling("kk"))).toBe(what);
});
