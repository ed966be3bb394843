import { useContext } from "react";
import { GroundContext } from "../components/Panel.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { useNow } from "../store/hooks.ts";
import { FLOW_WORDS } from "./words.ts";

/** What was asked for longer ago than this, ms, is marked. */
const OLD_MS = 60_000;

/** The moment that the figures of a panel are of. */
export function AsOf({ asOf }: { asOf: string | undefined }) {
  const words = useRoomWords(FLOW_WORDS);
  const { format } = useWords();
  const { zone } = useContext(GroundContext);
  const now = useNow(5_000);
  if (asOf === undefined) return null;
  const at = Date.parse(asOf);
  return (
    <time className="asOf" dateTime={asOf} data-old={now !== null && now - at > OLD_MS}>
      {words.asOf(format.clock(at, zone, true))}
    </time>
  );
}
