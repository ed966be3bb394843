import type { Scope } from "../../shared/wire.ts";
import { usePrincipal } from "../access/principal.ts";
import "./reconcile.css";
import { Message } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import { useDayOf } from "../components/ViewKpis.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { Frame } from "../views/Frame.tsx";
import { Question } from "./Question.tsx";
import { FiguresTable, HolesTable } from "./Tables.tsx";
import { useRecount } from "./useRecount.ts";
import { Ground, Verdict } from "./Verdict.tsx";
import { RECONCILE_WORDS } from "./words.ts";

/** How far a recount is. */
function Progress({ share, waiting }: { share: number; waiting: boolean }) {
  const words = useRoomWords(RECONCILE_WORDS);
  const { format } = useWords();
  const said = waiting ? words.waiting : words.counting;
  return (
    <Panel title={said} className="recountProgress">
      <p className="recountProgress__figure">{format.progress(share)}</p>
      <progress value={share} max={1} aria-label={said} />
    </Panel>
  );
}

/** What tells the day of the page: the centre's state, or the own place of who may see no other. */
function useOwnScope(): Scope {
  const principal = usePrincipal();
  if (principal?.office) return `office:${principal.office}`;
  return principal?.region ? `region:${principal.region}` : "status";
}

/** A period counted anew from the events, beside what is stored. */
export default function Reconciliation() {
  const words = useRoomWords(RECONCILE_WORDS);
  const { language } = useWords();
  const scope = useOwnScope();
  const { day } = useDayOf(scope);
  // The server's own sentences are English.
  const reason = (said: string | null): string => (language === "en" && said ? said : words.failedHint);
  const { job, refused, begin, cancel } = useRecount();
  const busy = job?.state === "waiting" || job?.state === "running";
  const result = job?.result ?? null;
  return (
    <Frame scope={scope} name={words.title} className="screen--recount" covered={false}>
      {day !== null && <Question today={day} busy={busy} done={result !== null} begin={begin} cancel={cancel} />}
      {busy && <Progress share={job.progress} waiting={job.state === "waiting"} />}
      {refused !== null && <Message title={words.failed} hint={reason(refused)} />}
      {job?.state === "failed" && <Message title={words.failed} hint={reason(job.problem)} />}
      {job === null && refused === null && <Message title={words.begin} hint={words.beginHint} />}
      {result !== null && (
        <>
          <Verdict of={result} />
          <Ground of={result} />
          {result.differing.length > 0 && <FiguresTable title={words.where} rows={result.differing} />}
          <FiguresTable title={words.figures} rows={result.figures} />
          <HolesTable holes={result.holes} />
        </>
      )}
    </Frame>
  );
}
