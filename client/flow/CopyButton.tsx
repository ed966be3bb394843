import { useEffect, useState } from "react";
import { useRoomWords } from "../settings.ts";
import { copyText } from "./copyText.ts";
import { DUE_WORDS } from "./dueWords.ts";

const SAID_MS = 3_000;

/** Copies a text and says so. */
export function CopyButton({ label, text }: { label: string; text: () => string }) {
  const words = useRoomWords(DUE_WORDS);
  const [done, setDone] = useState<boolean | null>(null);
  useEffect(() => {
    if (done === null) return;
    const timer = setTimeout(() => setDone(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <button type="button" className="chip" onClick={async () => setDone(await copyText(text()))}>
      <span aria-live="polite">{done === null ? label : done ? `✓ ${words.copied}` : words.notCopied}</span>
    </button>
  );
}
