import type { Principal } from "../../shared/access.ts";
import type { Scope } from "../../shared/wire.ts";
import type { Language } from "../language.ts";
import type { Book } from "../store/reference.ts";

/** What the head of a page without a place of its own watches: the place of who looks. */
export function scopeOf(principal: Principal | null): Scope {
  if (principal?.office) return `office:${principal.office}`;
  return principal?.region ? `region:${principal.region}` : "country";
}

/** The name of a place. */
export function placeName(
  { region, office }: { readonly region: string | null; readonly office: string | null },
  book: Book,
  language: Language,
  country: string,
): string {
  if (office !== null) return book.office.get(office)?.names[language] ?? office;
  return region === null ? country : (book.region.get(region)?.names[language] ?? region);
}
