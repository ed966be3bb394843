import type { Dispute } from "../../shared/floor.ts";
import { Outcome } from "../floor/Outcome.tsx";
import { useSend } from "../floor/send.ts";
import { useRoomWords } from "../settings.ts";
import type { OwnPlace } from "./ownPlace.ts";
import { MY_DAY_WORDS } from "./words.ts";

interface DoubtProps {
  readonly dispute: Dispute | undefined;
  readonly place: OwnPlace;
  /** Opens the form; undefined where the one who looks may not dispute. */
  readonly raise: (() => void) | undefined;
  readonly changed: () => void;
}

/** Beside a timing: that it is said to be wrong and what came of it, or the way to say so. */
export function Doubt({ dispute, place, raise, changed }: DoubtProps) {
  const own = useRoomWords(MY_DAY_WORDS);
  const [sent, send] = useSend(changed);
  const { office, operator } = place;
  if (dispute === undefined)
    return raise === undefined ? null : (
      <button type="button" className="quiet" onClick={raise}>
        {own.wrong}
      </button>
    );
  const { answer, id } = dispute;
  return (
    <span className="doubt" data-answer={answer?.answer ?? "open"}>
      <span aria-hidden="true">{answer === null ? "?" : answer.answer === "agreed" ? "✓" : "×"}</span>{" "}
      {answer === null ? own.disputed : answer.answer === "agreed" ? own.agreed : own.declined}
      {answer !== null && answer.note !== "" && ` — ${answer.note}`}
      {answer === null && raise !== undefined && (
        <button
          type="button"
          className="quiet"
          onClick={() => send(`/api/disputes/${id}/withdraw?${new URLSearchParams({ office, operator })}`)}
        >
          {own.withdraw}
        </button>
      )}
      <Outcome sent={sent} />
    </span>
  );
}
