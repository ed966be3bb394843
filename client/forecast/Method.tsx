import { type ReactNode, useId } from "react";
import { useSettings, useWords } from "../settings.ts";

/** A name that, pressed, tells by which method its figure is made. */
export function Method({ name, children }: { name: string; children: ReactNode }) {
  const popover = useId();
  const { words } = useWords();
  const { kiosk } = useSettings();
  if (kiosk) return <>{name}</>;
  const anchor = `--method-${popover.replaceAll(/[^a-z0-9]/gi, "")}`;
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
        aria-label={name}
      >
        <strong className="about__name">{name}</strong>
        {children}
      </div>
    </>
  );
}
