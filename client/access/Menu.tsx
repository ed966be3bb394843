import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useLocation } from "wouter";

/** A button with a list below it; Esc, a click elsewhere and a new page close it. */
export function Menu({ label, button, children }: { label: string; button: ReactNode; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const [path] = useLocation();
  const place = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const shownAt = useRef(path);
  useEffect(() => {
    if (shownAt.current === path) return;
    shownAt.current = path;
    setOpen(false);
  }, [path]);
  useEffect(() => {
    if (!open) return;
    const away = (event: Event): void => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      setOpen(false);
      opener.current?.focus();
    };
    document.addEventListener("pointerdown", away);
    document.addEventListener("focusin", away);
    document.addEventListener("keydown", pressed);
    return () => {
      document.removeEventListener("pointerdown", away);
      document.removeEventListener("focusin", away);
      document.removeEventListener("keydown", pressed);
    };
  }, [open]);
  return (
    <div className="menu" ref={place}>
      <button
        type="button"
        ref={opener}
        className="menu__opener"
        aria-expanded={open}
        aria-controls={id}
        aria-label={label}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      <div id={id} className="menu__list" hidden={!open}>
        {children}
      </div>
    </div>
  );
}
