import { Link } from "wouter";
import type { Principal } from "../../shared/access.ts";
import { useRoomWords, useSettings } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import { Menu } from "./Menu.tsx";
import { useAsker } from "./principal.ts";
import { signOut } from "./useSignIn.ts";
import { WORDS } from "./words.ts";

function usePlaceName({ region, office }: Principal): string {
  const book = useBook();
  const said = useRoomWords(WORDS);
  const { language } = useSettings();
  if (office !== null) return book.office.get(office)?.shortNames[language] ?? office;
  return region === null ? said.country : (book.region.get(region)?.shortNames[language] ?? region);
}

function initialsOf(name: string): string {
  const [first = "", second = ""] = name.split(/\s+/);
  return `${[...first][0] ?? ""}${[...second][0] ?? ""}`.toUpperCase() || "•";
}

function Known({ principal, ownPassword }: { principal: Principal; ownPassword: boolean }) {
  const said = useRoomWords(WORDS);
  const place = usePlaceName(principal);
  return (
    <Menu
      label={`${said.me}: ${principal.name}`}
      button={
        <span className="person" aria-hidden="true">
          {initialsOf(principal.name)}
        </span>
      }
    >
      <p className="menu__who">
        <strong>{principal.name}</strong>
        <span>
          {said.role[principal.role]} · {place}
        </span>
      </p>
      <ul>
        {ownPassword && (
          <li>
            <Link href="/password">{said.change}</Link>
          </li>
        )}
        <li>
          <button type="button" onClick={() => void signOut()}>
            {said.signOut}
          </button>
        </li>
      </ul>
    </Menu>
  );
}

/** Who one is, the own place, and the way out; for a visitor of the demonstration the way in. */
export function Person() {
  const said = useRoomWords(WORDS);
  const asker = useAsker();
  if (asker.state !== "known") return null;
  if (asker.way === "session") return <Known principal={asker.principal} ownPassword={asker.ownPassword} />;
  return (
    <Link href="/sign-in" className="person__enter" title={said.visitor}>
      {said.enter}
    </Link>
  );
}
