import { useEffect, useRef } from "react";
import { createFormat } from "../format.ts";
import type { RoomProps } from "../rooms.ts";
import { useSettings } from "../settings.ts";
import { figure } from "../store/figures.ts";
import { useFreshness, useLine, useNow, useRow, useScope } from "../store/hooks.ts";
import { useBook } from "../store/reference.ts";
import { Both, HallLanguageContext } from "./Both.tsx";
import { CallList, LastCall } from "./Calls.tsx";
import { HallFigures } from "./HallFigures.tsx";
import "./hall.css";
import { languageAt, shiftAt } from "./turns.ts";
import { useCalls } from "./useCalls.ts";

const FORMAT = createFormat("ru");
const SECOND_MS = 1000;
/** Nobody waits and nobody was called for so long: the screen may rest, ms. */
const QUIET_MS = 2_700_000;

/** A screen that nobody touches looks after itself, whatever its address says. */
function useUnattended(): void {
  const { kiosk, change } = useSettings();
  const already = useRef(kiosk);
  useEffect(() => {
    if (already.current) return;
    change({ kiosk: true });
    return () => change({ kiosk: false });
  }, [change]);
}

/** Says that what is on the screen is not of now; nothing else on the screen looks like it. */
function Stale({ zone }: { zone: string }) {
  const { state, asOf } = useFreshness();
  if (state === "live" || (state === "waiting" && asOf === null)) return null;
  return (
    <div className="hall__stale" role="alert">
      <strong className="hall__lost">
        <Both say={(words) => words.lost} />
      </strong>
      <span>
        <Both say={(words) => (asOf === null ? words.starting : words.stale(FORMAT.clock(asOf, zone)))} />
      </span>
      <span>
        <Both say={(words) => words.staleHint} />
      </span>
    </div>
  );
}

/** The screen in an office's hall: who is called to which desk, how many wait, and how long a newcomer will. */
export default function Hall({ params }: RoomProps) {
  const id = params.office ?? "";
  const scope = `office:${id}` as const;
  const office = useBook().office.get(id);
  const problem = useScope(scope, (state) => (state.view === null ? state.problem : null));
  const zone = useScope(scope, ({ view }) => view?.zone ?? office?.zone ?? "Asia/Almaty");
  const day = useScope(scope, ({ view }) => view?.day ?? null);
  const { refused } = useLine();
  const { state } = useFreshness();
  const now = useNow(SECOND_MS);
  const calls = useCalls(scope);
  const waiting = figure(useRow(scope, "total"), "waitingNow");
  const quiet = now !== null && waiting === 0 && now - (calls[0]?.since ?? 0) > QUIET_MS;
  useUnattended();
  const language = languageAt(now);
  useEffect(() => {
    document.title = office === undefined ? id : office.names.kk;
  }, [office, id]);
  return (
    <HallLanguageContext value={language}>
      <main className="hall" data-state={state} data-quiet={quiet} style={shiftAt(now)}>
        <header className="hall__head">
          <h1>
            <Both say={(_, of) => office?.names[of] ?? id} />
          </h1>
          <p className="hall__date">{day !== null && <Both say={(_, of) => DATES[of].day(day)} />}</p>
          <time className="hall__clock">{FORMAT.clock(now, zone)}</time>
        </header>
        <Stale zone={zone} />
        {refused || problem !== null ? (
          <section className="hall__last" data-empty="true">
            <Both say={(words) => (problem === "unknown-scope" ? words.unknown : words.forbidden)} />
          </section>
        ) : (
          <>
            <LastCall call={calls[0]} now={now} />
            <CallList calls={calls.slice(1)} now={now} />
            <HallFigures scope={scope} />
          </>
        )}
      </main>
    </HallLanguageContext>
  );
}

const DATES = { kk: createFormat("kk"), ru: FORMAT } as const;
