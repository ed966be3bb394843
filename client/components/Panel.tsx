import { createContext, type ReactNode, useContext, useId } from "react";
import { useWords } from "../settings.ts";
import { useFreshness } from "../store/hooks.ts";

/** What the figures of a view rest on, shown in the corner of each of its panels. */
export interface Ground {
  readonly zone: string;
  /** Offices that reported today, of those expected; null where the view is about something else. */
  readonly reporting: number | null;
  readonly expected: number | null;
}

export const GroundContext = createContext<Ground>({ zone: "Asia/Almaty", reporting: null, expected: null });

/** The age and the coverage of a panel, always in the same corner. */
function PanelAge() {
  const { state, asOf } = useFreshness();
  const { zone, reporting, expected } = useContext(GroundContext);
  const { words, format } = useWords();
  const live = state === "live";
  const covered = reporting !== null && expected !== null;
  const coverage = covered ? words.live.coverage(format.count(reporting), format.count(expected)) : "";
  const said = live
    ? words.live.live
    : asOf === null
      ? words.live.waiting
      : words.live.updated(format.clock(asOf, zone));
  return (
    <span className="age" data-state={state} title={[said, coverage].filter(Boolean).join(" · ")}>
      <span
        className="age__ring"
        aria-hidden="true"
        style={{ "--covered": covered && expected > 0 ? reporting / expected : 1 } as React.CSSProperties}
      />
      {live || asOf === null ? (
        <span className="visuallyHidden">{said}</span>
      ) : (
        <span className="age__since">{format.clock(asOf, zone)}</span>
      )}
      {covered && (
        <>
          <span className="age__coverage" aria-hidden="true">
            {format.count(reporting)}/{format.count(expected)}
          </span>
          <span className="visuallyHidden">, {coverage}</span>
        </>
      )}
    </span>
  );
}

interface PanelProps {
  readonly title: ReactNode;
  readonly aside?: ReactNode;
  readonly className?: string;
  /** Length of the title, where it must share a narrow line with the age. */
  readonly letters?: number;
  readonly children: ReactNode;
}

/** A frame with a title, and with its age and coverage in the upper right corner. */
export function Panel({ title, aside, className, letters = 1, children }: PanelProps) {
  const id = useId();
  const { state } = useFreshness();
  return (
    <section
      className={className === undefined ? "panel" : `panel ${className}`}
      aria-labelledby={id}
      data-state={state}
    >
      <header className="panel__head">
        <h2 id={id} className="panel__title" style={{ "--letters": letters } as React.CSSProperties}>
          {title}
        </h2>
        {aside !== undefined && <div className="panel__aside">{aside}</div>}
        <PanelAge />
      </header>
      {children}
    </section>
  );
}
