import type { PeriodStatus } from "../../shared/statistics.ts";
import { useRoomWords } from "../settings.ts";
import { REPORTS_WORDS } from "./words.ts";

/** Whether a month may still change, in a word and a shape: open ring, full disc, disc with a notch. */
export function StatusSign({ status }: { status: PeriodStatus }) {
  const words = useRoomWords(REPORTS_WORDS);
  return (
    <span className="reportStatus" data-status={status} title={words.statusHint[status]}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {status === "provisional" ? (
          <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.6 2" />
        ) : (
          <circle cx="6" cy="6" r="5" fill="currentColor" />
        )}
        {status === "final" && (
          <path d="M3.4 6.2l1.8 1.8 3.4-3.8" fill="none" stroke="var(--panel)" strokeWidth="1.5" />
        )}
        {status === "revised" && <path d="M6 3v3.4h2.8" fill="none" stroke="var(--panel)" strokeWidth="1.5" />}
      </svg>
      {words.status[status]}
    </span>
  );
}
