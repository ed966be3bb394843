import type { Names } from "../../../shared/reference.ts";
import type { ReportColumn } from "../../../shared/report.ts";
import type { Dimension } from "../../../shared/statistics.ts";

/** What figures are cut by, as columns. */
export const DIMENSION_TITLES: Readonly<Record<Dimension, Names>> = {
  day: { kk: "Күн", ru: "День", en: "Day" },
  month: { kk: "Ай", ru: "Месяц", en: "Month" },
  region: { kk: "Өңір", ru: "Регион", en: "Region" },
  office: { kk: "ХҚКО", ru: "ЦОН", en: "Office" },
  operator: { kk: "Оператор", ru: "Оператор", en: "Operator" },
  service: { kk: "Қызмет", ru: "Услуга", en: "Service" },
  authority: { kk: "Мемлекеттік орган", ru: "Госорган", en: "Authority" },
};

/** The columns of the dimensions; operators stand with their office, as in the answers. */
export function keyColumns(by: readonly Dimension[]): ReportColumn[] {
  const keys: Dimension[] = by.includes("operator") && !by.includes("office") ? ["office", ...by] : [...by];
  return keys.map((field) => ({
    field,
    kind: field === "day" ? "date" : "text",
    titles: DIMENSION_TITLES[field],
    definitions: null,
  }));
}
