import type { ClosingProgress } from "../../shared/reportMonths.ts";
import { parseDay } from "../../shared/time.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useFetched } from "../store/fetched.ts";
import { REPORTS_WORDS } from "./words.ts";

const OFTEN_MS = 1_000;

/** How far a closing is, in words and as a bar. */
export function Progress({ progress }: { progress: ClosingProgress }) {
  const { format } = useWords();
  const words = useRoomWords(REPORTS_WORDS);
  const { month, done, total } = progress;
  return (
    <p className="reportProgress" role="status">
      {words.closing(format.monthOfYear(parseDay(`${month}-01`) ?? 0), format.progress(done / Math.max(1, total)))}
      <progress value={done} max={total} />
    </p>
  );
}

/** How far the closing is that was just asked for. */
export function DeedProgress({ month }: { month: string }) {
  const { data } = useFetched<{ readonly closing: ClosingProgress | null }>("/api/reports/closing", OFTEN_MS);
  return <Progress progress={data?.closing ?? { month, done: 0, total: 1 }} />;
}
