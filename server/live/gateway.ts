import type { Server as HttpServer } from "node:http";
import { Server } from "socket.io";
import type { ClientToServer, Scope, ServerToClient, WatchAnswer } from "../../shared/wire.ts";
import { type GateConfig, mayRead, type Subject, subjectOf } from "../access/gate.ts";
import type { Audience, Hub } from "./hub.ts";

interface SocketData {
  subject: Subject;
}
type Wire = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

/** How many scopes one client may watch at once. */
const MOST_SCOPES = 8;
/** A client that has not taken this many messages is dropped; it comes back to a fresh snapshot. */
const MOST_WAITING = 64;
const SCOPE = /^(country|status|region:[A-Za-z0-9._-]{1,64}|office:[A-Za-z0-9._-]{1,64})$/;

export interface GatewayParts {
  readonly server: HttpServer;
  readonly gate: GateConfig;
  /** Told how many clients are connected. */
  connected(clients: number): void;
  sent(): void;
}

/**
 * The edge to Socket.IO and nothing else: who may join which room, and the same bytes to all of it. Every handshake and
 * every join passes the gate. Recovery of connections stays off, because it would pass by the gate.
 */
export class Gateway implements Audience {
  readonly #io: Wire;
  readonly #parts: GatewayParts;

  constructor(parts: GatewayParts) {
    this.#parts = parts;
    this.#io = new Server(parts.server, {
      serveClient: false,
      perMessageDeflate: false,
      maxHttpBufferSize: 10_000,
      pingInterval: 10_000,
      pingTimeout: 8_000,
      transports: ["websocket", "polling"],
    });
    this.#io.use((socket, next) => {
      const subject = subjectOf(socket.handshake.headers, socket.request.socket.remoteAddress, parts.gate);
      socket.data.subject = subject;
      if (mayRead(subject, "country")) next();
      else next(new Error("forbidden"));
    });
  }

  /** Lets clients watch what the hub shows. */
  serve(hub: Hub): void {
    this.#io.on("connection", (socket) => {
      this.#parts.connected(this.#io.engine.clientsCount);
      socket.emit("pulse", hub.pulse());
      socket.on("watch", (scope, answer) => {
        if (typeof answer !== "function") return;
        answer(this.#watch(hub, socket.data.subject, scope, socket.rooms.size - 1, (room) => void socket.join(room)));
      });
      socket.on("unwatch", (scope) => {
        if (typeof scope === "string") void socket.leave(scope);
      });
      socket.on("disconnect", () => this.#parts.connected(this.#io.engine.clientsCount));
    });
    this.#io.of("/").adapter.on("delete-room", (room) => {
      if (SCOPE.test(room)) hub.close(room as Scope);
    });
  }

  delta(scope: Scope, delta: Parameters<ServerToClient["delta"]>[0]): void {
    this.#dropSlow(scope);
    this.#io.to(scope).emit("delta", delta);
    this.#parts.sent();
  }

  pulse(pulse: Parameters<ServerToClient["pulse"]>[0]): void {
    this.#io.emit("pulse", pulse);
  }

  viewers(scope: Scope): number {
    return this.#io.of("/").adapter.rooms.get(scope)?.size ?? 0;
  }

  /** Closes every connection and takes no new ones. */
  async close(): Promise<void> {
    this.#io.disconnectSockets(true);
    await this.#io.close();
  }

  #watch(hub: Hub, subject: Subject, scope: unknown, watched: number, join: (room: Scope) => void): WatchAnswer {
    if (typeof scope !== "string" || !SCOPE.test(scope)) return { problem: "unknown-scope" };
    const room = scope as Scope;
    if (!mayRead(subject, room)) return { problem: "forbidden" };
    if (watched > MOST_SCOPES) return { problem: "too-many-scopes" };
    const snapshot = hub.watch(room);
    if (snapshot === null) return { problem: "unknown-scope" };
    join(room);
    return { snapshot };
  }

  /** Who does not drain is cut off and comes back to a snapshot, instead of being buffered without bound. */
  #dropSlow(scope: Scope): void {
    for (const id of this.#io.of("/").adapter.rooms.get(scope) ?? []) {
      const socket = this.#io.of("/").sockets.get(id);
      const waiting = (socket?.conn as { writeBuffer?: readonly unknown[] } | undefined)?.writeBuffer?.length ?? 0;
      if (waiting > MOST_WAITING) socket?.disconnect(true);
    }
  }
}
