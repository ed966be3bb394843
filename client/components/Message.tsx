import type { ReactNode } from "react";

/** What stands in the place of content that is not there, and what to do about it. */
export function Message({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className="message" role="status">
      <p className="message__title">{title}</p>
      {hint !== undefined && <p className="message__hint">{hint}</p>}
      {children}
    </div>
  );
}

/** A quiet sentence in an empty panel. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty">{children}</p>;
}
