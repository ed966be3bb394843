import { DICTIONARY, type FigureId } from "../../shared/dictionary.ts";
import { useWords } from "../settings.ts";
import { About } from "./About.tsx";

/** The name of a figure; pressed, it tells how the figure is counted and what belongs beside it. */
export function Explained({ id, text }: { id: FigureId; text?: string }) {
  const { words, language } = useWords();
  const entry = DICTIONARY[id];
  const pair = entry.pair === undefined ? undefined : DICTIONARY[entry.pair as FigureId];
  return (
    <About name={text ?? entry.names[language]} title={entry.names[language]}>
      <p>{entry.definition[language]}</p>
      {pair !== undefined && (
        <p className="about__pair">
          {words.chrome.pair}: {pair.names[language]}
        </p>
      )}
    </About>
  );
}
