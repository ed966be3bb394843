import { type ReactNode, useId } from "react";
import { useSettings, useWords } from "../settings.ts";

/** A name that, pressed, tells what is behind it: `title` heads what is told. On a wall it is a name alone. */
export function About({ name, title, children }: { name: string; title: string; children: ReactNode }) {
  const popover = useId();
  const { words } = useWords();
  const { kiosk } = useSettings();
  if (kiosk) return <>{name}</>;
  const anchor = `--about-${popover.replaceAll(/[^a-z0-9]/gi, "")}`;
  return (
    <>
      <button
        type="button"
        className="explained"
        popoverTarget={popover}
        style={{ anchorName: anchor } as React.CSSProperties}
        title={words.chrome.about(name)}
      >
        {name}
      </button>
      <div
        id={popover}
        popover="auto"
        className="about"
        style={{ positionAnchor: anchor } as React.CSSProperties}
        role="dialog"
        aria-label={title}
      >
        <strong className="about__name">{title}</strong>
        {children}
      </div>
    </>
  );
}
