import type { PredictedWait } from "../../shared/forecast.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { Method } from "./Method.tsx";
import { waitText, wholePercent } from "./waitText.ts";
import { FORECAST_WORDS } from "./words.ts";

/** How long a ticket issued now will wait in a queue, and how far such predictions were off. */
export function QueueWait({ wait }: { wait: PredictedWait | undefined }) {
  const { format } = useWords();
  const words = useRoomWords(FORECAST_WORDS);
  const error = wait?.error ?? null;
  const off =
    error === null
      ? words.noError
      : words.off(format.duration(error.medianAbsolute), wholePercent(error.coverage, format));
  return (
    <span className="queue__forecast">
      <span>
        <Method name={words.wait}>
          <p>{words.waitMethod}</p>
        </Method>{" "}
        <strong className="figure">{waitText(wait, words, format)}</strong>
      </span>
      <span className="queue__error" title={error === null ? undefined : words.offOver(error.days)}>
        {off}
      </span>
    </span>
  );
}
