import { useEffect, useRef } from "react";
import { useWords } from "../settings.ts";

/** What the keys do. */
export function Help({ open, close }: { open: boolean; close: () => void }) {
  const { words } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const keys = [
    ["1", words.keys.country],
    ["2", words.keys.status],
    ["U", words.keys.back],
    ["L", words.keys.language],
    ["T", words.keys.theme],
    ["F", words.keys.full],
    ["?", words.keys.help],
    ["Esc", words.keys.close],
  ] as const;
  return (
    <dialog ref={dialog} className="help" onClose={close} aria-label={words.keys.title}>
      <h2>{words.keys.title}</h2>
      <dl>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={close}>
        {words.chrome.close}
      </button>
    </dialog>
  );
}
