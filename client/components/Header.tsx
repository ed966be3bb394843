import type { ReactNode } from "react";
import { Link } from "wouter";
import { Languages } from "../access/Languages.tsx";
import { Person } from "../access/Person.tsx";
import { Sections } from "../access/Sections.tsx";
import { useSettings, useWords } from "../settings.ts";
import { useAge, useFreshness, useLine, useNow } from "../store/hooks.ts";
import { Mark } from "./Mark.tsx";

function Clock({ zone }: { zone: string }) {
  const { format } = useWords();
  const now = useNow();
  return (
    <time className="clock" {...(now === null ? {} : { dateTime: new Date(now).toISOString() })}>
      {format.clock(now, zone, true)}
    </time>
  );
}

function LiveSign({ zone }: { zone: string }) {
  const { words, format } = useWords();
  const { state, asOf } = useFreshness();
  const age = useAge();
  const said =
    state === "live"
      ? words.live.live
      : state === "waiting"
        ? words.live.waiting
        : state === "lost"
          ? words.live.lost
          : words.live.stale(format.clock(asOf, zone));
  return (
    <span className="live" data-state={state} role="status">
      <span className="live__dot" aria-hidden="true" />
      {said}
      {state === "live" && age !== null && (
        <span className="live__age" aria-hidden="true">
          {`${format.decimal(age / 10, 1)}\u00a0${format.measured(1).unit}`}
        </span>
      )}
    </span>
  );
}

function Notices() {
  const { words, format } = useWords();
  const { pulse } = useLine();
  if (pulse === null) return null;
  return (
    <>
      {pulse.history !== null && <span className="notice">{words.live.history(format.progress(pulse.history))}</span>}
      {pulse.clockOffset !== 0 && (
        <span className="notice notice--sun" title={words.live.simulatedTitle}>
          {words.live.simulated}
        </span>
      )}
    </>
  );
}

function Controls({ help }: { help: () => void }) {
  const { theme, change } = useSettings();
  const { words } = useWords();
  const other = theme === "dark" ? "light" : "dark";
  return (
    <>
      <Sections />
      <Languages>
        <button
          type="button"
          className="controls__icon"
          aria-label={words.chrome[other]}
          title={words.chrome[other]}
          onClick={() => change({ theme: other })}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="1.8" />
            <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />
          </svg>
        </button>
        <button
          type="button"
          className="controls__icon"
          aria-label={words.chrome.keys}
          title={words.chrome.keys}
          onClick={help}
        >
          ?
        </button>
      </Languages>
      <Person />
    </>
  );
}

/** The head of every screen: where one is, whether it is live, and what time it is there. */
export function Header({ place, zone, help }: { place: ReactNode; zone: string; help: () => void }) {
  const { words } = useWords();
  const { kiosk } = useSettings();
  return (
    <header className="header">
      <div className="header__place">
        <Link href="/" className="header__product" aria-label={`${words.product} — ${words.chrome.country}`}>
          <Mark />
          <span className="header__name">{words.product}</span>
        </Link>
        {place}
      </div>
      <div className="header__state">
        <Notices />
        {!kiosk && <Controls help={help} />}
        <LiveSign zone={zone} />
        <Clock zone={zone} />
      </div>
    </header>
  );
}
