import type { Names } from "../../shared/reference.ts";
import type { Scope } from "../../shared/wire.ts";
import type { Language } from "../language.ts";
import type { Book } from "../store/reference.ts";

/** Short name of a region or an office; its id when nobody knows it. */
export function shortName(book: Book, id: string, language: Language): string {
  const place: { readonly shortNames: Names } | undefined = book.office.get(id) ?? book.region.get(id);
  return place?.shortNames[language] ?? id;
}

/** Short name of an office with its region's before it, for lists of the whole country. */
export function placeName(book: Book, id: string, language: Language): string {
  const office = book.office.get(id);
  if (office === undefined) return shortName(book, id, language);
  const region = shortName(book, office.region, language);
  const name = office.shortNames[language];
  return name.startsWith(region) ? name : `${region} · ${name}`;
}

/** Address of the view of a region or an office. */
export function placeHref(book: Book, id: string): string {
  return book.office.has(id) ? `/office/${id}` : `/region/${id}`;
}

/** The kind of places that a scope is made of. */
export function partsOf(scope: Scope): "region" | "office" {
  return scope === "country" ? "region" : "office";
}
