import { useEffect, useRef, useState } from "react";
import type { SignInWays } from "../../shared/accessAnswers.ts";
import { Trouble } from "../components/Field.tsx";
import { useRoomWords, useSettings, useWords } from "../settings.ts";
import { useFetched } from "../store/fetched.ts";
import { DoorFrame } from "./DoorFrame.tsx";
import { useSecondsLeft, useSignIn } from "./useSignIn.ts";
import { WORDS } from "./words.ts";
import "./signIn.css";

const FIRST_ACCOUNT = "npm run account -- create --role coordinator --account coordinator --name …";

function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** What is said instead of the form when it can not help: an unattended screen, or no account at all. */
function Hint({ title, text, code }: { title: string; text: string; code?: string }) {
  return (
    <div className="signIn__hint" role="status">
      <strong>{title}</strong>
      <p>{text}</p>
      {code !== undefined && <code>{code}</code>}
    </div>
  );
}

function Form({ ways }: { ways: SignInWays | null }) {
  const said = useRoomWords(WORDS);
  const { state, signIn } = useSignIn();
  const left = useSecondsLeft(state);
  const [account, setAccount] = useState("");
  const [password, setPassword] = useState("");
  const [shown, setShown] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (state.kind === "wrong") field.current?.select();
  }, [state]);
  const refused = new URLSearchParams(location.search).has("refused");
  const trouble =
    state.kind === "slow" && left > 0
      ? said.slow(clockOf(left))
      : state.kind === "wrong"
        ? said.wrong
        : state.kind === "away"
          ? said.away
          : refused
            ? said.notLetIn
            : "";
  const busy = state.kind === "checking" || left > 0;
  return (
    <>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void signIn(account, password);
        }}
      >
        <label className="field">
          <span>{said.account}</span>
          <input
            ref={field}
            name="account"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            value={account}
            aria-invalid={state.kind === "wrong"}
            onChange={(event) => setAccount(event.target.value)}
          />
        </label>
        <label className="field">
          <span>{said.password}</span>
          <span className="signIn__secret">
            <input
              name="password"
              type={shown ? "text" : "password"}
              autoComplete="current-password"
              required
              value={password}
              aria-invalid={state.kind === "wrong"}
              onChange={(event) => setPassword(event.target.value)}
            />
            <button type="button" aria-label={shown ? said.hide : said.show} onClick={() => setShown(!shown)}>
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d="M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12z" />
                <circle cx="12" cy="12" r="3" />
                {shown && <path d="M4 20 20 4" />}
              </svg>
            </button>
          </span>
        </label>
        <Trouble>{trouble}</Trouble>
        <button type="submit" className="button door__enter" disabled={busy}>
          {state.kind === "checking" ? said.entering : said.enter}
        </button>
      </form>
      {ways !== null && ways.organisation !== null && (
        <a
          className="button signIn__organisation"
          href={`/api/session/organisation?back=${encodeURIComponent(location.pathname)}`}
        >
          {said.organisation(ways.organisation)}
        </a>
      )}
      {ways !== null && ways.demo.length > 0 && (
        <section className="signIn__demo" aria-labelledby="demo">
          <h2 id="demo">{said.demo}</h2>
          <ul>
            {ways.demo.map((each) => (
              <li key={each.account}>
                <button
                  type="button"
                  className="button"
                  disabled={busy}
                  onClick={() => void signIn(each.account, each.password)}
                >
                  {said.role[each.role]}
                </button>
              </li>
            ))}
          </ul>
          <p>{said.demoHint}</p>
        </section>
      )}
      {ways !== null && !ways.accounts && ways.organisation === null && (
        <Hint title={said.noAccounts} text={said.noAccountsHint} code={FIRST_ACCOUNT} />
      )}
      {ways?.accounts === true && ways.demo.length === 0 && <p className="door__note">{said.forgotten}</p>}
    </>
  );
}

/** The door: who one is, by an account or by the organisation; in the demonstration by one click. */
export default function SignIn({ back }: { back?: string }) {
  const said = useRoomWords(WORDS);
  const { words } = useWords();
  const { kiosk } = useSettings();
  const ways = useFetched<SignInWays>("/api/session", 60_000);
  const screen = kiosk || new URLSearchParams(location.search).has("screen");
  useEffect(() => {
    document.title = `${said.signIn} · ${words.product}`;
  }, [said, words]);
  return (
    <DoorFrame screen={screen}>
      {screen ? (
        <Hint title={said.screenGone} text={said.screenGoneHint} />
      ) : (
        <>
          <h1>{said.signIn}</h1>
          <p className="door__lead">{said.lead}</p>
          <Form ways={ways.data} />
          {back !== undefined && (
            <a className="door__back" href={back}>
              {said.back}
            </a>
          )}
        </>
      )}
    </DoorFrame>
  );
}
