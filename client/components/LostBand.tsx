import { useContext } from "react";
import { useWords } from "../settings.ts";
import { useFreshness, useSecondsLost } from "../store/hooks.ts";
import { GroundContext } from "./Panel.tsx";

/** The line is cut for shorter than this when a page is left or a server is replaced: no alarm yet. */
const PATIENCE_S = 1;

/** A band across the top while the line is cut, counting the seconds. */
export function LostBand() {
  const lost = useSecondsLost();
  const { asOf } = useFreshness();
  const { zone } = useContext(GroundContext);
  const { words, format } = useWords();
  if (lost === null || lost < PATIENCE_S) return null;
  return (
    <div className="lostBand">
      <span role="alert">
        {asOf === null ? words.live.lostBandNever : words.live.lostBand(format.clock(asOf, zone, true))}{" "}
        {words.live.reconnects}
      </span>
      <span className="lostBand__seconds">{words.live.lostFor(format.stopwatch(lost))}</span>
    </div>
  );
}
