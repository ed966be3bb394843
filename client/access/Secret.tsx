import { useState } from "react";
import { Dialog } from "../components/Dialog.tsx";

/** Something that is shown once: it stays until one says that it is noted. */
export function Secret({
  title,
  hint,
  secret,
  words,
  close,
}: {
  title: string;
  hint: string;
  secret: string;
  words: { readonly copy: string; readonly copied: string; readonly understood: string };
  close: () => void;
}) {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard?.writeText(secret).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Dialog firm title={title} close={close}>
      <output className="secret__text">{secret}</output>
      <p>{hint}</p>
      <div className="deeds deeds--end">
        <button type="button" className="button" onClick={copy}>
          {copied ? words.copied : words.copy}
        </button>
        <button type="button" className="button button--main" onClick={close}>
          {words.understood}
        </button>
      </div>
    </Dialog>
  );
}
