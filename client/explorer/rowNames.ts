import type { Dimension, StatisticsRow } from "../../shared/statistics.ts";
import { parseDay } from "../../shared/time.ts";
import { placeName, shortName } from "../components/places.ts";
import type { Format } from "../format.ts";
import type { Language } from "../language.ts";
import type { Book } from "../store/reference.ts";

/** What a row is about, in words: places, services and authorities by their names, days and months as dates. */
export function rowName(
  row: StatisticsRow,
  dimension: Dimension,
  { book, format, language }: { readonly book: Book; readonly format: Format; readonly language: Language },
): string {
  const value = row[dimension] ?? "";
  switch (dimension) {
    case "day":
      return format.date(parseDay(value) ?? 0);
    case "month":
      return format.monthOfYear(parseDay(`${value}-01`) ?? 0);
    case "region":
      return shortName(book, value, language);
    case "office":
      return placeName(book, value, language);
    case "service":
      return book.service.get(value)?.names[language] ?? value;
    case "authority":
      return book.authority.get(value)?.names[language] ?? value;
    case "operator":
      return value;
  }
}

/** By what rows of a dimension are put in order: dates by time, the others by their names. */
export function rowOrder(row: StatisticsRow, dimension: Dimension, name: string): string {
  return dimension === "day" || dimension === "month" ? (row[dimension] ?? "") : name;
}
