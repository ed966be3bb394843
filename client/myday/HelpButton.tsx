import type { HelpCall } from "../../shared/floor.ts";
import { Outcome } from "../floor/Outcome.tsx";
import { useSend } from "../floor/send.ts";
import { useRoomWords, useWords } from "../settings.ts";
import type { OwnPlace } from "./ownPlace.ts";
import { MY_DAY_WORDS } from "./words.ts";

interface HelpButtonProps {
  readonly place: OwnPlace;
  readonly zone: string;
  readonly calls: readonly HelpCall[];
  readonly changed: () => void;
}

/** Calls the supervisor, and says what came of it. */
export function HelpButton({ place, zone, calls, changed }: HelpButtonProps) {
  const { format } = useWords();
  const own = useRoomWords(MY_DAY_WORDS);
  const [sent, send] = useSend(changed);
  const query = new URLSearchParams({ office: place.office, operator: place.operator });
  const last = calls.filter(({ withdrawnAt }) => withdrawnAt === null).at(-1);
  const open = last !== undefined && last.answeredAt === null ? last : null;
  return (
    <div className="callHelp" role="status">
      {open === null ? (
        <button
          type="button"
          className="button button--help"
          disabled={sent.state === "sending"}
          onClick={() => send(`/api/help?${query}`)}
        >
          {own.callHelp}
        </button>
      ) : (
        <>
          <span className="callHelp__open">{own.called_(format.clock(open.at, zone))}</span>
          <button type="button" className="button" onClick={() => send(`/api/help/${open.id}/withdraw?${query}`)}>
            {own.noLonger}
          </button>
        </>
      )}
      {last !== undefined && last.answeredAt !== null && (
        <span>
          {format.clock(last.answeredAt, zone)} {own.comes(last.answeredBy ?? "")}
        </span>
      )}
      <Outcome sent={sent} />
    </div>
  );
}
