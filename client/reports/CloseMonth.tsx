import type { ReportReadiness } from "../../shared/reportMonths.ts";
import { parseDay } from "../../shared/time.ts";
import { Dialog } from "../components/Dialog.tsx";
import { Trouble } from "../components/Field.tsx";
import { shortName } from "../components/places.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useFetched } from "../store/fetched.ts";
import { useBook } from "../store/reference.ts";
import { DeedProgress } from "./Progress.tsx";
import { useDeed } from "./useDeed.ts";
import { REPORTS_WORDS } from "./words.ts";

/** So many offices are named before the rest is only counted. */
const NAMED = 12;
const REFRESH_MS = 600_000;

function Missing({ ready }: { ready: ReportReadiness }) {
  const { format, language } = useWords();
  const words = useRoomWords(REPORTS_WORDS);
  const book = useBook();
  const names = (ids: readonly string[]) => {
    const rest = ids.length - NAMED;
    const named = ids.slice(0, NAMED).map((id) => shortName(book, id, language));
    return rest > 0 ? `${named.join(", ")} ${words.andMore(format.count(rest))}` : named.join(", ");
  };
  const { nothingFrom, holes } = ready;
  const holesSum = holes.reduce((sum, { missing }) => sum + missing, 0);
  return (
    <>
      <p>{words.coverage(format.count(ready.reporting), format.count(ready.expected))}</p>
      {nothingFrom.length === 0 && holes.length === 0 && <p>{words.nothingMissing}</p>}
      {nothingFrom.length > 0 && (
        <p className="reportDialog__missing">
          <strong>{words.nothingFrom(format.count(nothingFrom.length))}</strong> {names(nothingFrom)}
        </p>
      )}
      {holes.length > 0 && (
        <p className="reportDialog__missing">
          <strong>{words.holes(format.count(holesSum), format.count(holes.length))}</strong>{" "}
          {names(holes.map(({ office }) => office))}
        </p>
      )}
    </>
  );
}

/** Closing a month: what it lacks is named before it is confirmed. */
export function CloseMonth({ month, close, done }: { month: string; close: () => void; done: () => void }) {
  const { format } = useWords();
  const words = useRoomWords(REPORTS_WORDS);
  const { data } = useFetched<ReportReadiness>(`/api/reports/monthly/${month}/readiness`, REFRESH_MS);
  const deed = useDeed(done);
  return (
    <Dialog title={words.closeTitle(format.monthOfYear(parseDay(`${month}-01`) ?? 0))} close={close}>
      <p>{words.closeHint}</p>
      {data === null ? <p aria-busy="true">{words.loading}</p> : <Missing ready={data} />}
      {deed.busy && <DeedProgress month={month} />}
      {deed.refused !== null && <Trouble>{deed.refused}</Trouble>}
      <div className="deeds deeds--end">
        <button
          type="button"
          className="button button--main"
          disabled={data === null || deed.busy}
          onClick={() => deed.act(`/api/reports/monthly/${month}/close`, {})}
        >
          {words.confirmClose}
        </button>
        <button type="button" className="button" onClick={close}>
          {words.cancel}
        </button>
      </div>
    </Dialog>
  );
}
