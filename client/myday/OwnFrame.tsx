import { type ReactNode, useContext, useEffect, useMemo } from "react";
import { Header } from "../components/Header.tsx";
import { LostBand } from "../components/LostBand.tsx";
import { type Ground, GroundContext } from "../components/Panel.tsx";
import { useWords } from "../settings.ts";
import { HelpContext } from "../views/helpContext.ts";

interface OwnFrameProps {
  readonly name: string;
  readonly zone: string;
  readonly trail?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a page that is about one person: it watches no office, which an operator may not. */
export function OwnFrame({ name, zone, trail, children }: OwnFrameProps) {
  const { words } = useWords();
  const help = useContext(HelpContext);
  const ground = useMemo<Ground>(() => ({ zone, reporting: null, expected: null }), [zone]);
  useEffect(() => {
    document.title = `${name} · ${words.product}`;
  }, [name, words]);
  return (
    <GroundContext value={ground}>
      <a className="skip" href="#content">
        {words.chrome.skip}
      </a>
      <LostBand />
      <div className="screen screen--page screen--my">
        <Header
          zone={zone}
          help={help}
          place={
            <div className="place">
              <h1 className="place__name">{name}</h1>
              {trail}
            </div>
          }
        />
        <main id="content" className="content" tabIndex={-1}>
          {children}
        </main>
      </div>
    </GroundContext>
  );
}
