import { useEffect, useRef, useState } from "react";

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
  const dialog = useRef<HTMLDialogElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const copy = (): void => {
    void navigator.clipboard?.writeText(secret).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <dialog ref={dialog} className="help secret" aria-label={title} onCancel={(event) => event.preventDefault()}>
      <h2>{title}</h2>
      <output className="secret__text">{secret}</output>
      <p>{hint}</p>
      <div className="secret__acts">
        <button type="button" onClick={copy}>
          {copied ? words.copied : words.copy}
        </button>
        <button type="button" onClick={close}>
          {words.understood}
        </button>
      </div>
    </dialog>
  );
}
