import { useMemo, useState } from "react";
import type { AccountView } from "../../shared/accessAnswers.ts";
import { Empty } from "../components/Message.tsx";
import { type Column, SortedTable } from "../components/SortedTable.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import { ACCOUNTS_WORDS } from "./accountsWords.ts";
import { placeName } from "./places.ts";
import { WORDS } from "./words.ts";

/** What can be done with an account. */
export type AccountAct = "disable" | "enable" | "reset";

const MOST_SHOWN = 200;

/** The accounts that one keeps, searched and sorted. */
export function AccountsTable({
  accounts,
  act,
}: {
  accounts: readonly AccountView[];
  act: (account: AccountView, what: AccountAct) => void;
}) {
  const said = useRoomWords(ACCOUNTS_WORDS);
  const roles = useRoomWords(WORDS).role;
  const { format, language } = useWords();
  const book = useBook();
  const [search, setSearch] = useState("");
  const columns = useMemo<readonly Column<AccountView>[]>(() => {
    const place = (of: AccountView) => placeName(of, book, language, said.country);
    const stateOf = ({ disabled, mustChange, organisation }: AccountView): string =>
      disabled ? said.disabled : mustChange ? said.once : organisation ? said.organisation : said.active;
    return [
      {
        id: "person",
        title: said.person,
        text: true,
        show: ({ name, id }) => (
          <>
            {name} <small className="account__id">{id}</small>
          </>
        ),
        sort: ({ name }) => name,
      },
      { id: "role", title: said.role, text: true, show: ({ role }) => roles[role], sort: ({ role }) => roles[role] },
      {
        id: "place",
        title: said.place,
        text: true,
        show: (of) => (of.operator === null ? place(of) : `${place(of)} · ${of.operator}`),
        sort: place,
      },
      {
        id: "state",
        title: said.state,
        text: true,
        show: (of) => (
          <span className="account__state" data-off={of.disabled}>
            {stateOf(of)}
          </span>
        ),
        sort: stateOf,
      },
      {
        id: "acts",
        title: said.acts,
        text: true,
        show: (of) =>
          of.mine && (
            <span className="account__acts">
              {!of.organisation && (
                <button type="button" className="button button--small" onClick={() => act(of, "reset")}>
                  {said.reset}
                </button>
              )}
              <button
                type="button"
                className="button button--small"
                onClick={() => act(of, of.disabled ? "enable" : "disable")}
              >
                {of.disabled ? said.enable : said.disable}
              </button>
            </span>
          ),
        sort: () => null,
      },
    ];
  }, [said, roles, book, language, act]);
  const found = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return accounts.filter((of) =>
      [of.name, of.id, of.operator ?? "", roles[of.role], placeName(of, book, language, said.country)]
        .join(" ")
        .toLowerCase()
        .includes(wanted),
    );
  }, [accounts, search, roles, book, language, said]);
  return (
    <>
      <label className="search">
        <span className="visuallyHidden">{said.search}</span>
        <input type="search" value={search} placeholder={said.search} onChange={(e) => setSearch(e.target.value)} />
      </label>
      {found.length === 0 ? (
        <Empty>{said.none}</Empty>
      ) : (
        <SortedTable
          caption={said.title}
          columns={columns}
          records={found.slice(0, MOST_SHOWN)}
          keyOf={({ id }) => id}
        />
      )}
      {found.length > MOST_SHOWN && (
        <p className="empty">{said.more(format.count(MOST_SHOWN), format.count(found.length))}</p>
      )}
    </>
  );
}
