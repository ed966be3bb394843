import { useState } from "react";
import { useRoomWords, useWords } from "../settings.ts";
import { type Question, serverQuery } from "./question.ts";
import { EXPLORER_WORDS } from "./words.ts";

const FORMATS = ["xlsx", "csv", "json"] as const;

/** The files of what is shown, with the totals of an old system where they are shown, and its address to copy. */
export function ExplorerFiles({ question, imported }: { question: Question; imported: boolean }) {
  const words = useRoomWords(EXPLORER_WORDS);
  const { language } = useWords();
  const [copied, setCopied] = useState(false);
  const beside = imported ? "&imported=1" : "";
  const query = `${serverQuery(question)}&figures=${question.figures.join(",")}${beside}&language=${language}`;
  const copy = () =>
    void navigator.clipboard?.writeText(window.location.href).then(() => {
      setCopied(true);
      setTimeout(() => setCopied(false), 2_000);
    });
  return (
    <nav className="explorerFiles" aria-label={words.files}>
      {FORMATS.map((format) => (
        <a key={format} className="button" href={`/api/statistics.${format}?${query}`} download>
          <span aria-hidden="true">↓ </span>
          {format.toUpperCase()}
        </a>
      ))}
      <button type="button" className="button" onClick={copy}>
        {copied ? words.copied : words.copy}
      </button>
    </nav>
  );
}
