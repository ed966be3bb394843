import { useWords } from "../settings.ts";
import { useNow } from "../store/hooks.ts";

/** How long something has lasted by the centre's clock, counting; it stands still when the clock is not known. */
export function Stopwatch({ since }: { since: number | null }) {
  const { format } = useWords();
  const now = useNow();
  return (
    <span className="figure stopwatch">
      {format.stopwatch(since === null || now === null ? null : Math.max(0, now - since) / 1000)}
    </span>
  );
}
