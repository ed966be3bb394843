import { ALERT_CAUSES, type AlertCause } from "./alerts.ts";
import type { Names } from "./reference.ts";

/** What the causes that managers give are called. */
export const CAUSE_NAMES: Readonly<Record<AlertCause, Names>> = {
  "staff-absent": { kk: "Қызметкер жетіспейді", ru: "Не хватает сотрудников", en: "Not enough staff" },
  "many-visitors": { kk: "Келушілер көп", ru: "Наплыв посетителей", en: "More visitors than usual" },
  "system-fault": { kk: "Орталық жүйесінің ақауы", ru: "Сбой системы центра", en: "Fault of the office's system" },
  "authority-system": {
    kk: "Мемлекеттік орган жүйесінің ақауы",
    ru: "Сбой системы госоргана",
    en: "Fault of the authority's system",
  },
  "line-cut": { kk: "Байланыс желісі үзілді", ru: "Обрыв связи", en: "Line is cut" },
  "power-cut": { kk: "Электр жарығы жоқ", ru: "Нет электричества", en: "Power cut" },
  repair: { kk: "Жоспарлы жөндеу", ru: "Плановый ремонт", en: "Planned repair" },
  training: { kk: "Оқыту немесе жиналыс", ru: "Обучение или планёрка", en: "Training or briefing" },
  weather: { kk: "Ауа райы", ru: "Погода", en: "Weather" },
  "rule-change": { kk: "Ережелер өзгерді", ru: "Изменились правила", en: "Rules have changed" },
  "closed-by-order": { kk: "Өкім бойынша жабық", ru: "Закрыт по распоряжению", en: "Closed by order" },
  other: { kk: "Басқа себеп", ru: "Другая причина", en: "Another cause" },
};

/** The causes in a language. */
export function causeNamesIn(language: keyof Names): Readonly<Record<AlertCause, string>> {
  const named = ALERT_CAUSES.map((cause) => [cause, CAUSE_NAMES[cause][language]]);
  return Object.fromEntries(named) as Readonly<Record<AlertCause, string>>;
}
