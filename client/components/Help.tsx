import { useWords } from "../settings.ts";
import { Dialog } from "./Dialog.tsx";

/** What the keys do. */
export function Help({ open, close }: { open: boolean; close: () => void }) {
  const { words } = useWords();
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
  if (!open) return null;
  return (
    <Dialog title={words.keys.title} close={close}>
      <dl className="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className="deeds deeds--end">
        <button type="button" className="button" onClick={close}>
          {words.chrome.close}
        </button>
      </div>
    </Dialog>
  );
}
