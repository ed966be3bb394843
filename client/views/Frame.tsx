import { type ReactNode, useContext, useEffect, useMemo } from "react";
import type { Scope } from "../../shared/wire.ts";
import { Header } from "../components/Header.tsx";
import { InTurn } from "../components/InTurn.tsx";
import { LostBand } from "../components/LostBand.tsx";
import { type Ground, GroundContext } from "../components/Panel.tsx";
import { Problem } from "../components/Problem.tsx";
import { useDayOf } from "../components/ViewKpis.tsx";
import { useWords } from "../settings.ts";
import { figure } from "../store/figures.ts";
import { useLine, useRow, useScope } from "../store/hooks.ts";
import { HelpContext } from "./helpContext.ts";

interface FrameProps {
  readonly scope: Scope;
  /** What the screen is about, for the head and the window's title. */
  readonly name: string;
  readonly trail?: ReactNode;
  readonly className: string;
  readonly covered?: boolean;
  /** Stands between the head and the content. */
  readonly band?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every view: the head, the band of a cut line, the ground that its panels stand on, and its problems. */
export function Frame({ scope, name: wanted, trail, className, covered = true, band, children }: FrameProps) {
  const { words, format } = useWords();
  const help = useContext(HelpContext);
  const total = useRow(scope, "total");
  const problem = useScope(scope, (state) => (state.view === null ? state.problem : null));
  const { refused } = useLine();
  const name = problem === "unknown-scope" ? words.states.unknownScope : wanted;
  const waiting = useScope(scope, (state) => state.view === null);
  const { day, zone } = useDayOf(scope);
  const reporting = covered ? figure(total, "officesReporting") : null;
  const expected = covered ? figure(total, "officesExpected") : null;
  const ground = useMemo<Ground>(() => ({ zone, reporting, expected }), [zone, reporting, expected]);
  useEffect(() => {
    document.title = `${name} · ${words.product}`;
  }, [name, words]);
  return (
    <GroundContext value={ground}>
      <a className="skip" href="#content">
        {words.chrome.skip}
      </a>
      <LostBand />
      <div className={`screen ${className}`} data-waiting={waiting}>
        <Header
          zone={zone}
          help={help}
          place={
            <div className="place">
              {trail}
              <h1 className="place__name">{name}</h1>
              {day !== null && (
                <span className="place__day">{scope === "country" ? format.day(day) : format.date(day)}</span>
              )}
            </div>
          }
        />
        {band}
        <main id="content" className="content" tabIndex={-1}>
          {refused || problem !== null ? <Problem problem={problem ?? "forbidden"} /> : <InTurn>{children}</InTurn>}
        </main>
      </div>
    </GroundContext>
  );
}
