import { useRoomWords } from "../settings.ts";
import type { Sent } from "./send.ts";
import { FLOOR_WORDS } from "./words.ts";

/** Says that something was not taken, and why; nothing while all is well. */
export function Outcome({ sent }: { sent: Sent }) {
  const words = useRoomWords(FLOOR_WORDS);
  const said =
    sent.state === "forbidden"
      ? words.notAllowed
      : sent.state === "failed"
        ? words.failed
        : sent.state === "wrong"
          ? words.wrongField(sent.field)
          : null;
  return (
    <p className="outcome" role="status">
      {said}
    </p>
  );
}
