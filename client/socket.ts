import { io, type Socket } from "socket.io-client";
import type { ClientToServer, ServerToClient } from "../shared/wire.ts";
import type { Transport } from "./store/live.ts";

const ANSWER_MS = 8000;
const KNOCK_AGAIN_MS = 15_000;

/** The live line over Socket.IO; it comes back by itself, within two seconds of the server. */
export function openLine(): Transport {
  const socket: Socket<ServerToClient, ClientToServer> = io({
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 2000,
  });
  return {
    watch(scope, answer) {
      socket.timeout(ANSWER_MS).emit("watch", scope, (problem, result) => answer(problem ? null : result));
    },
    connectNow() {
      if (!socket.connected) socket.disconnect().connect();
    },
    unwatch: (scope) => void socket.emit("unwatch", scope),
    listen(events) {
      socket.on("delta", events.delta);
      socket.on("pulse", events.pulse);
      socket.on("connect", events.connected);
      socket.on("disconnect", (reason) => {
        events.lost();
        if (reason === "io server disconnect") socket.connect();
      });
      socket.on("connect_error", () => {
        if (socket.active) events.lost();
        else {
          events.refused();
          setTimeout(() => socket.connect(), KNOCK_AGAIN_MS);
        }
      });
      if (socket.connected) events.connected();
    },
  };
}
