import { Link, useLocation } from "wouter";
import { may, type Principal } from "../../shared/access.ts";
import { ROOMS } from "../rooms.ts";
import { useRoomWords, useSettings, useWords } from "../settings.ts";
import { type Book, useBook } from "../store/reference.ts";
import { homeOf } from "./home.ts";
import { Menu } from "./Menu.tsx";
import { usePrincipal } from "./principal.ts";
import { WORDS } from "./words.ts";

/** The place that sections are about: one's own, or that of the page, for who sees several. */
function placeOf({ region, office }: Principal, path: string, book: Book) {
  const seen = /^\/(office|region)\/([^/]+)/.exec(path);
  const there = seen?.[1] === "office" ? (seen[2] ?? null) : null;
  return {
    office: office ?? there,
    region:
      region ??
      (there === null ? (seen?.[1] === "region" ? (seen[2] ?? null) : null) : (book.office.get(there)?.region ?? null)),
  };
}

/** Where one can go: each section that the role opens, at the own place or at that of the page. */
export function Sections() {
  const principal = usePrincipal();
  const { language } = useSettings();
  const { words } = useWords();
  const said = useRoomWords(WORDS);
  const book = useBook();
  const [path] = useLocation();
  if (principal === null) return null;
  const place = placeOf(principal, path, book);
  const home = homeOf(principal);
  const { operator } = principal;
  const rooms = ROOMS.flatMap(({ entry }) => {
    if (entry === undefined || !may(principal, entry.act, { ...place, operator })) return [];
    const href = entry.href(place);
    return href === null ? [] : [{ href, title: entry.title[language] }];
  });
  const own = book.office.get(principal.office ?? "") ?? book.region.get(principal.region ?? "");
  const front = { href: home, title: own?.shortNames[language] ?? words.chrome.country };
  const status = may(principal, "see-status") ? [{ href: "/status", title: words.chrome.status }] : [];
  const all = [front, ...rooms.filter(({ href }) => href !== home), ...status];
  if (all.length < 2) return null;
  return (
    <nav aria-label={words.chrome.navigation}>
      <Menu
        label={said.menu}
        button={
          <>
            <svg className="menu__bars" viewBox="0 0 20 20" aria-hidden="true">
              <path d="M3 5.5h14M3 10h14M3 14.5h14" />
            </svg>
            <span>{said.menu}</span>
          </>
        }
      >
        <ul>
          {all.map(({ href, title }) => (
            <li key={href}>
              <Link href={href} aria-current={href === path ? "page" : undefined}>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </Menu>
    </nav>
  );
}
