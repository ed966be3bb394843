import { type ReactNode, useId, useLayoutEffect, useRef } from "react";

interface DialogProps {
  readonly title: ReactNode;
  readonly close: () => void;
  /** Room for tables. */
  readonly wide?: boolean;
  /** Escape does not close it: what it shows is shown once. */
  readonly firm?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Something in front of the page; Escape closes it, and the focus goes back to where it was. */
export function Dialog({ title, close, wide = false, firm = false, className = "", children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog ${wide ? "dialog--wide" : ""} ${className}`}
      aria-labelledby={id}
      onCancel={(event) => firm && event.preventDefault()}
      onClose={() => dialog.current?.open === false && close()}
    >
      <h2 id={id} className="dialog__title">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
