import type { HelpCall } from "../../shared/floor.ts";
import { Empty } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import { Stopwatch } from "../components/Stopwatch.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { Outcome } from "./Outcome.tsx";
import { useSend } from "./send.ts";
import { FLOOR_WORDS } from "./words.ts";

interface HelpPanelProps {
  readonly office: string;
  readonly zone: string;
  /** Null: not known yet. */
  readonly calls: readonly HelpCall[] | null;
  /** Whether the one who looks may answer. */
  readonly answers: boolean;
  readonly changed: () => void;
}

/** Who asks for help, the longest first, with the answer beside. */
export function HelpPanel({ office, zone, calls, answers, changed }: HelpPanelProps) {
  const { words, format } = useWords();
  const own = useRoomWords(FLOOR_WORDS);
  const [sent, send] = useSend(changed);
  const standing = (calls ?? []).filter(({ withdrawnAt }) => withdrawnAt === null);
  const open = standing.filter(({ answeredAt }) => answeredAt === null);
  const answered = standing.filter(({ answeredAt }) => answeredAt !== null).slice(-3);
  return (
    <Panel className="panel--help" title={own.help} aside={open.length > 0 ? format.count(open.length) : undefined}>
      {standing.length === 0 && <Empty>{calls === null ? words.states.loading : own.noHelp}</Empty>}
      <ul className="calls" aria-live="polite">
        {open.map(({ id, desk, operator, at, source }) => (
          <li key={id} className="call" data-open>
            <span className="call__desk">{desk === null ? operator : words.office.desk(desk)}</span>
            <Stopwatch since={at} />
            <span className="call__how">{source === "desk" ? own.askedAtDesk : own.askedHere}</span>
            {answers && (
              <button
                type="button"
                className="button button--main button--small"
                disabled={sent.state === "sending"}
                onClick={() => send(`/api/help/${encodeURIComponent(id)}/answer?${new URLSearchParams({ office })}`)}
              >
                {own.come}
              </button>
            )}
          </li>
        ))}
        {answered.map(({ id, desk, operator, answeredAt, answeredBy }) => (
          <li key={id} className="call">
            <span className="call__desk">{desk === null ? operator : words.office.desk(desk)}</span>
            <span className="call__how">{own.answered(format.clock(answeredAt, zone), answeredBy ?? "")}</span>
          </li>
        ))}
      </ul>
      <Outcome sent={sent} />
    </Panel>
  );
}
