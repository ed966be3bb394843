import { io, type Socket } from "socket.io-client";
import { type ClientToServer, type Delta, FIGURE_FIELDS, type ServerToClient } from "../../shared/wire.ts";
import type { Shown } from "./delays.ts";

const ACCEPTED = FIGURE_FIELDS.indexOf("accepted");

/** A viewer without a screen: what the country's accepted applications were, and when it was told. */
export interface Witness {
  readonly told: readonly Shown[];
  stop(): void;
}

/** The figure that a delta brings, if it brings it. */
function acceptedIn({ set, patch }: Delta): number | null {
  const whole = set?.total?.[ACCEPTED];
  if (typeof whole === "number") return whole;
  const cells = patch?.total ?? [];
  for (let at = 0; at < cells.length; at += 2)
    if (cells[at] === ACCEPTED) return typeof cells[at + 1] === "number" ? (cells[at + 1] as number) : null;
  return null;
}

/** Watches the country over a connection of its own. */
export function startWitness(url: string): Promise<Witness> {
  const socket: Socket<ServerToClient, ClientToServer> = io(url, { transports: ["websocket"], forceNew: true });
  const told: Shown[] = [];
  socket.on("delta", (delta) => {
    const value = acceptedIn(delta);
    if (value !== null) told.push({ value, at: Date.now() });
  });
  return new Promise((resolve) => {
    socket.once("connect", () => {
      socket.emit("watch", "country", () => resolve({ told, stop: () => void socket.disconnect() }));
    });
  });
}
