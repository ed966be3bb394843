import type { ReactNode } from "react";
import { Mark } from "../components/Mark.tsx";
import { useWords } from "../settings.ts";
import { Languages } from "./Languages.tsx";
import { TileGround } from "./TileGround.tsx";
import "./door.css";

/** The page before the rooms: one card, on a ground of empty tiles. A screen that nobody attends offers no languages. */
export function DoorFrame({ screen, children }: { screen: boolean; children: ReactNode }) {
  const { words } = useWords();
  return (
    <div className="door">
      <TileGround />
      <header className="door__head">
        <span className="door__product">
          <Mark />
          {words.product}
        </span>
        {!screen && <Languages />}
      </header>
      <main id="content" className="door__card">
        {children}
      </main>
    </div>
  );
}
