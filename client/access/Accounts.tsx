import { useCallback, useState } from "react";
import type { AccountView } from "../../shared/accessAnswers.ts";
import { Trouble } from "../components/Field.tsx";
import { Empty } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import { Problem } from "../components/Problem.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { useFetched } from "../store/fetched.ts";
import { Frame } from "../views/Frame.tsx";
import { type AccountAct, AccountsTable } from "./AccountsTable.tsx";
import { ACCOUNTS_WORDS } from "./accountsWords.ts";
import { askFor } from "./asks.ts";
import { NewAccount } from "./NewAccount.tsx";
import { scopeOf } from "./places.ts";
import { usePrincipal } from "./principal.ts";
import { ScreensPanel } from "./ScreensPanel.tsx";
import { Secret } from "./Secret.tsx";
import "./access.css";

/** The accounts and screens of one's own place. */
export default function Accounts() {
  const said = useRoomWords(ACCOUNTS_WORDS);
  const { words } = useWords();
  const principal = usePrincipal();
  const { data, problem, retry } = useFetched<{ accounts: readonly AccountView[] }>("/api/accounts", 60_000);
  const [secret, setSecret] = useState<{ title: string; hint: string; secret: string } | null>(null);
  const [trouble, setTrouble] = useState("");
  const tell = useCallback(
    ({ account, password }: { account: AccountView; password: string }) =>
      setSecret({ title: said.password(account.id), hint: said.passwordHint, secret: password }),
    [said],
  );
  const act = useCallback(
    (account: AccountView, what: AccountAct) => {
      const url = `/api/accounts/${encodeURIComponent(account.id)}/${what}`;
      void askFor<{ account: AccountView; password?: string }>("POST", url).then((outcome) => {
        setTrouble(outcome.ok ? "" : outcome.why === "forbidden" ? said.forbidden : said.failed);
        if (!outcome.ok) return;
        const { password } = outcome.answer;
        if (password !== undefined) tell({ account: outcome.answer.account, password });
        retry();
      });
    },
    [retry, tell, said],
  );
  const made = (answer: { account: AccountView; password: string }): void => {
    retry();
    tell(answer);
  };
  return (
    <Frame scope={scopeOf(principal)} name={said.title} className="screen--page screen--accounts" covered={false}>
      {problem === "forbidden" ? (
        <Problem problem="forbidden" />
      ) : (
        <>
          <Panel className="panel--table" title={said.title}>
            {trouble !== "" && <Trouble>{trouble}</Trouble>}
            {data === null && <Empty>{problem === null ? words.states.loading : said.unfetched}</Empty>}
            {data !== null && <AccountsTable accounts={data.accounts} act={act} />}
          </Panel>
          <div className="accounts__aside">
            <Panel title={said.create}>{principal !== null && <NewAccount principal={principal} made={made} />}</Panel>
            <ScreensPanel
              made={(name, address) =>
                setSecret({ title: said.address(name), hint: said.addressHint, secret: address })
              }
            />
          </div>
        </>
      )}
      {secret !== null && <Secret {...secret} words={said} close={() => setSecret(null)} />}
    </Frame>
  );
}
