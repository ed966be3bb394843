import { useState } from "react";
import type { ReportChanges } from "../../shared/reportMonths.ts";
import { parseDay } from "../../shared/time.ts";
import { Dialog } from "../components/Dialog.tsx";
import { AreaField, Trouble } from "../components/Field.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { useFetched } from "../store/fetched.ts";
import { LateEvents } from "./LateEvents.tsx";
import { DeedProgress } from "./Progress.tsx";
import { useDeed } from "./useDeed.ts";
import { REPORTS_WORDS } from "./words.ts";

const REFRESH_MS = 600_000;

/** Revising a closed month: what came late and what it changed is shown, and a reason is asked for. */
export function ReviseMonth({
  month,
  version,
  close,
  done,
}: {
  month: string;
  version: number;
  close: () => void;
  done: () => void;
}) {
  const { format } = useWords();
  const words = useRoomWords(REPORTS_WORDS);
  const [reason, setReason] = useState("");
  const url = `/api/reports/monthly/${month}/changes?from=${version}&to=0`;
  const { data } = useFetched<ReportChanges>(url, REFRESH_MS);
  const deed = useDeed(done);
  const offices = new Set(data?.changes.map(({ office }) => office)).size;
  return (
    <Dialog title={words.reviseTitle(format.monthOfYear(parseDay(`${month}-01`) ?? 0))} close={close}>
      <p>{words.reviseHint}</p>
      {data === null ? (
        <p aria-busy="true">{words.loading}</p>
      ) : (
        <>
          <h3>{words.lateSince(`${version}`)}</h3>
          <LateEvents late={data.late} />
          <p>{words.changed(format.count(data.changes.length), format.count(offices))}</p>
        </>
      )}
      <AreaField
        label={words.reviseReason}
        hint={words.reviseReasonHint}
        required
        value={reason}
        maxLength={500}
        rows={3}
        onChange={(event) => setReason(event.target.value)}
      />
      {deed.busy && <DeedProgress month={month} />}
      {deed.refused !== null && <Trouble>{deed.refused}</Trouble>}
      <div className="deeds deeds--end">
        <button
          type="button"
          className="button button--main"
          disabled={data === null || deed.busy || reason.trim().length < 3}
          onClick={() => deed.act(`/api/reports/monthly/${month}/revise`, { reason: reason.trim() })}
        >
          {words.confirmRevise}
        </button>
        <button type="button" className="button" onClick={close}>
          {words.cancel}
        </button>
      </div>
    </Dialog>
  );
}
