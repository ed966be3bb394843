import { type FormEvent, useEffect, useMemo, useState } from "react";
import { Link } from "wouter";
import type { WebhookAnswer } from "../../shared/webhooks.ts";
import type { Scope } from "../../shared/wire.ts";
import { readMoments, type Written } from "../../shared/writtenMoments.ts";
import { TextField } from "../components/Field.tsx";
import { Panel } from "../components/Panel.tsx";
import { shortName } from "../components/places.ts";
import type { RoomProps } from "../rooms.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useFetched } from "../store/fetched.ts";
import { useBook } from "../store/reference.ts";
import { Frame } from "../views/Frame.tsx";
import "./alerts.css";
import "./rules.css";
import { Deliveries } from "./Deliveries.tsx";
import { tell } from "./tell.ts";
import { WEBHOOK_WORDS } from "./webhookWords.ts";
import { ALERT_WORDS } from "./words.ts";

/** Where the alerts of a region, or of the country, are sent, and what became of each message. */
export default function Webhook({ params }: RoomProps) {
  const region = params.place ?? "";
  const book = useBook();
  const scope: Scope = region === "" ? "country" : `region:${region}`;
  const { language } = useWords();
  const words = useRoomWords(WEBHOOK_WORDS);
  const said = useRoomWords(ALERT_WORDS);
  const place = region === "" ? {} : { region };
  const url = `/api/webhooks${region === "" ? "" : `?region=${encodeURIComponent(region)}`}`;
  const { data, problem, retry } = useFetched<Written<WebhookAnswer>>(url, 5_000);
  const answer = useMemo(() => (data === null ? null : readMoments<WebhookAnswer>(data)), [data]);
  const [address, setAddress] = useState("");
  const [secret, setSecret] = useState("");
  const [on, setOn] = useState(true);
  const [told, setTold] = useState<{ readonly text: string; readonly wrong: boolean } | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const known = answer?.webhook ?? null;
  useEffect(() => {
    if (known === null) return;
    setAddress(known.url);
    setOn(known.on);
  }, [known?.url, known?.on, known]);
  const done = (text: string): void => {
    setTold({ text, wrong: false });
    retry();
  };
  const failed = (fault: string | null): void =>
    setTold({ text: (fault !== null && words.faults[fault]) || words.failed, wrong: true });
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = { ...place, url: address.trim(), on, ...(secret === "" ? {} : { secret }) };
    const result = await tell<Written<WebhookAnswer>>("PUT", "/api/webhooks", body);
    if (!result.ok) return failed(result.field === "secret" ? "secret" : result.fault);
    setShown(secret === "" ? result.answer.secret : null);
    setSecret("");
    done(words.saved);
  };
  const act = async (method: "POST" | "DELETE", to: string, body: object | undefined, text: string): Promise<void> => {
    const result = await tell(method, to, body);
    if (result.ok) done(text);
    else failed(null);
  };
  return (
    <Frame
      scope={scope}
      name={words.title}
      className="screen--page screen--alerts screen--webhook"
      trail={
        <span className="place__trail">
          <Link href={`/alerts${region === "" ? "" : `/${region}`}`}>
            {region === "" ? said.title : shortName(book, region, language)}
          </Link>{" "}
          ›
        </span>
      }
    >
      <Panel className="panel--alerts" title={words.title}>
        <form className="form webhook" onSubmit={save} noValidate>
          <p className="lead">{words.how}</p>
          {known === null && problem === null && answer !== null && <p className="lead">{words.none}</p>}
          <TextField
            label={words.url}
            type="url"
            value={address}
            placeholder="https://"
            spellCheck={false}
            onChange={(event) => setAddress(event.target.value)}
          />
          <TextField
            label={words.secret}
            hint={words.secretHint}
            type="password"
            autoComplete="new-password"
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
          />
          <label className="check">
            <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
            {words.on}
          </label>
          {shown !== null && (
            <p className="webhook__secret">
              {words.newSecret} <code>{shown}</code>
            </p>
          )}
          <p role="status" className={told?.wrong ? "trouble" : "alertsUndo"}>
            {told?.text}
          </p>
          <div className="deeds">
            <button type="submit" className="button button--main">
              {words.save}
            </button>
            {known !== null && (
              <>
                <button
                  type="button"
                  className="button"
                  onClick={() => void act("POST", "/api/webhooks/test", place, words.tested)}
                >
                  {words.test}
                </button>
                <button
                  type="button"
                  className="button"
                  onClick={() => void act("DELETE", url, undefined, words.removed)}
                >
                  {words.remove}
                </button>
              </>
            )}
          </div>
        </form>
      </Panel>
      <Deliveries
        deliveries={answer?.deliveries ?? null}
        failed={problem !== null}
        again={(delivery) => void act("POST", "/api/webhooks/again", { ...place, id: delivery }, words.tested)}
      />
    </Frame>
  );
}
