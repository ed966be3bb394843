import { useId } from "react";
import { DICTIONARY, type FigureId } from "../../shared/dictionary.ts";
import { useSettings, useWords } from "../settings.ts";

/** The name of a figure; pressed, it tells how the figure is counted and what belongs beside it. */
export function Explained({ id, text }: { id: FigureId; text?: string }) {
  const popover = useId();
  const { words, language } = useWords();
  const { kiosk } = useSettings();
  const entry = DICTIONARY[id];
  const name = text ?? entry.names[language];
  if (kiosk) return <>{name}</>;
  const pair = entry.pair === undefined ? undefined : DICTIONARY[entry.pair as FigureId];
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
        aria-label={entry.names[language]}
      >
        <strong className="about__name">{entry.names[language]}</strong>
        <p>{entry.definition[language]}</p>
        {pair !== undefined && (
          <p className="about__pair">
            {words.chrome.pair}: {pair.names[language]}
          </p>
        )}
      </div>
    </>
  );
}
