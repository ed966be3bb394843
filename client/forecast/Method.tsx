import type { ReactNode } from "react";
import { About } from "../components/About.tsx";

/** A name that, pressed, tells by which method its figure is made. */
export function Method({ name, children }: { name: string; children: ReactNode }) {
  return (
    <About name={name} title={name}>
      {children}
    </About>
  );
}
