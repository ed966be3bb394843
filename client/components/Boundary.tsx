import { Component, type ReactNode } from "react";
import type { Language } from "../language.ts";
import { CATALOGUES } from "../locales/catalogue.ts";
import { Message } from "./Message.tsx";

interface Props {
  readonly language: Language;
  readonly children: ReactNode;
}

/** What breaks while it is drawn ends here, in words and with a way on; an unattended screen tries again by itself. */
export class Boundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(): void {
    if (document.documentElement.dataset.kiosk === "true") setTimeout(() => location.reload(), 30_000);
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const { states } = CATALOGUES[this.props.language];
    return (
      <main className="screen">
        <Message title={states.crashed}>
          <button type="button" className="button" onClick={() => location.reload()}>
            {states.reload}
          </button>
        </Message>
      </main>
    );
  }
}
