import { useState } from "react";
import type { Dispute, DisputeAnswer } from "../../shared/floor.ts";
import { parseDay } from "../../shared/time.ts";
import { TextField } from "../components/Field.tsx";
import { Empty } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { ticketNumber } from "./DeskCard.tsx";
import { Outcome } from "./Outcome.tsx";
import { useSend } from "./send.ts";
import { FLOOR_WORDS } from "./words.ts";

interface DisputesPanelProps {
  readonly office: string;
  readonly zone: string;
  /** Null: not known yet. */
  readonly disputes: readonly Dispute[] | null;
  readonly answers: boolean;
  readonly changed: () => void;
}

/** What a dispute is about, in words. */
function useSubject(zone: string): (subject: string) => string {
  const { format } = useWords();
  const own = useRoomWords(FLOOR_WORDS);
  return (subject) =>
    subject.startsWith("ticket:")
      ? own.timingOf(ticketNumber(subject.slice("ticket:".length)))
      : own.markAt(format.clock(Number(subject.slice("act:".length)), zone));
}

function Line({
  dispute,
  office,
  zone,
  answers,
  changed,
}: Omit<DisputesPanelProps, "disputes"> & { dispute: Dispute }) {
  const { format } = useWords();
  const own = useRoomWords(FLOOR_WORDS);
  const subject = useSubject(zone);
  const [note, setNote] = useState("");
  const [sent, send] = useSend(changed);
  const { id, operator, day, reason } = dispute;
  const date = parseDay(day);
  const query = new URLSearchParams({ office });
  const answer = (said: DisputeAnswer) => send(`/api/disputes/${id}/answer?${query}`, { answer: said, note });
  return (
    <li className="dispute">
      <p>
        <strong>{operator}</strong> · {date === null ? day : format.date(date)} · {subject(dispute.subject)}
      </p>
      <p className="dispute__reason">
        {own.reasons[reason]}
        {dispute.note !== "" && ` — ${dispute.note}`}
      </p>
      {answers && (
        <div className="form--line dispute__answer">
          <TextField label={own.note} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
          <button type="button" className="button button--main" onClick={() => answer("agreed")}>
            {own.agree}
          </button>
          <button type="button" className="button" onClick={() => answer("declined")}>
            {own.decline}
          </button>
        </div>
      )}
      <Outcome sent={sent} />
    </li>
  );
}

/** Timings that operators say are wrong and that wait for an answer, the oldest first. */
export function DisputesPanel({ disputes, ...rest }: DisputesPanelProps) {
  const { words } = useWords();
  const own = useRoomWords(FLOOR_WORDS);
  return (
    <Panel className="panel--disputes" title={own.disputes}>
      {disputes === null || disputes.length === 0 ? (
        <Empty>{disputes === null ? words.states.loading : own.noDisputes}</Empty>
      ) : (
        <ul className="disputes">
          {disputes.map((dispute) => (
            <Line key={dispute.id} dispute={dispute} {...rest} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
