import type { Server as HttpServer, IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import { Server } from "socket.io";
import type { ClientToServer, Pulse, Scope, ServerToClient, WatchAnswer } from "../../shared/wire.ts";
import type { Caller } from "../access/caller.ts";
import type { Audience, Hub } from "./hub.ts";
import { hasPeople, type RoomKey } from "./roomKey.ts";

interface SocketData {
  caller: Caller;
}
type Wire = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

/** How many scopes one client may watch at once. */
const MOST_SCOPES = 8;
/** A client that has not taken this many messages is dropped; it comes back to a fresh snapshot. */
const MOST_WAITING = 64;
/** At the end: how often it is looked whose request is answered, and how long an answer may take, ms. */
const LOOK_MS = 20;
const GRACE_MS = 2_000;
/** How often those who are connected are asked for anew: who was shut out leaves within it, ms. */
const ASK_AGAIN_MS = 15_000;
const SCOPE = /^(country|status|region:[A-Za-z0-9._-]{1,64}|office:[A-Za-z0-9._-]{1,64})$/;
const ROOM = /^(country|status|region:[A-Za-z0-9._-]{1,64}|office:[A-Za-z0-9._-]{1,64}(#totals)?)$/;

/** Who may come in, and what of a scope they see. */
export interface Entrance {
  /** Reads the session of a handshake, before it is asked who sends it. */
  readonly session: RequestHandler;
  /** @throws RedisAwayError */
  of(request: IncomingMessage): Promise<Caller>;
  /** Whether what somebody was let in by still holds. @throws RedisAwayError */
  still(caller: Caller): Promise<boolean>;
  /** The room for a scope; null: they may not see it. */
  room(caller: Caller, scope: Scope): RoomKey | null;
  /** Told who looks at the operators of an office. */
  looks(caller: Caller, scope: Scope): void;
}

export interface GatewayParts {
  readonly server: HttpServer;
  readonly entrance: Entrance;
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
  readonly #timer: NodeJS.Timeout;

  constructor(parts: GatewayParts) {
    this.#parts = parts;
    this.#io = new Server({
      serveClient: false,
      perMessageDeflate: false,
      maxHttpBufferSize: 10_000,
      pingInterval: 10_000,
      pingTimeout: 8_000,
      transports: ["websocket", "polling"],
    });
    this.#io.use((socket, next) => {
      parts.entrance.of(socket.request).then(
        (caller) => {
          socket.data.caller = caller;
          if (caller.principal !== null && !caller.mustChange) next();
          else next(new Error(caller.principal === null ? "nobody" : "forbidden"));
        },
        () => next(new Error("not-ready")),
      );
    });
    this.#timer = setInterval(() => void this.#askAgain(), ASK_AGAIN_MS);
  }

  /** From now on clients may come, and watch what the hub shows. */
  serve(hub: Hub): void {
    const { server, entrance } = this.#parts;
    this.#io.on("connection", (socket) => {
      this.#parts.connected(this.#io.engine.clientsCount);
      socket.emit("pulse", hub.pulse());
      socket.on("watch", (scope, answer) => {
        if (typeof answer !== "function") return;
        answer(this.#watch(hub, socket.data.caller, scope, socket.rooms.size - 1, (room) => void socket.join(room)));
      });
      socket.on("unwatch", (scope) => {
        if (typeof scope !== "string") return;
        void socket.leave(scope);
        void socket.leave(`${scope}#totals`);
      });
      socket.on("disconnect", () => this.#parts.connected(this.#io.engine.clientsCount));
    });
    this.#io.of("/").adapter.on("delete-room", (room) => {
      if (ROOM.test(room)) hub.close(room as RoomKey);
    });
    this.#io.attach(server);
    this.#io.engine.use(entrance.session as (request: object, response: object, next: () => void) => void);
  }

  delta(room: RoomKey, delta: Parameters<ServerToClient["delta"]>[0]): void {
    this.#dropSlow(room);
    this.#io.to(room).emit("delta", delta);
    this.#parts.sent();
  }

  pulse(pulse: Pulse, room: RoomKey | null): void {
    if (room !== null) this.#io.to(room).emit("pulse", pulse);
    // who watches nothing is in no room but the one of its own
    else for (const socket of this.#io.of("/").sockets.values()) if (socket.rooms.size < 2) socket.emit("pulse", pulse);
  }

  viewers(room: RoomKey): number {
    return this.#io.of("/").adapter.rooms.get(room)?.size ?? 0;
  }

  /** Takes no new connections and closes those there are: idle ones at once, the others when they are answered, or after a while. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#io.disconnectSockets(true);
    const { server } = this.#parts;
    const closed = this.#io.close();
    const idle = setInterval(() => server.closeIdleConnections(), LOOK_MS);
    const late = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    await closed;
    clearInterval(idle);
    clearTimeout(late);
  }

  #watch(hub: Hub, caller: Caller, scope: unknown, watched: number, join: (room: RoomKey) => void): WatchAnswer {
    if (typeof scope !== "string" || !SCOPE.test(scope)) return { problem: "unknown-scope" };
    const room = this.#parts.entrance.room(caller, scope as Scope);
    if (room === null) return { problem: "forbidden" };
    if (watched > MOST_SCOPES) return { problem: "too-many-scopes" };
    const snapshot = hub.watch(room);
    if (snapshot === null) return { problem: "unknown-scope" };
    join(room);
    if (room.startsWith("office:") && hasPeople(room)) this.#parts.entrance.looks(caller, scope as Scope);
    return { snapshot };
  }

  /** Whoever was shut out, signed out or whose time is over is cut off. */
  async #askAgain(): Promise<void> {
    const answers = new Map<string, Promise<boolean>>();
    for (const socket of this.#io.of("/").sockets.values()) {
      const { caller } = socket.data;
      const key = `${caller.way}|${caller.key}`;
      const still = answers.get(key) ?? this.#parts.entrance.still(caller).catch(() => true);
      answers.set(key, still);
      if (!(await still)) socket.disconnect(true);
    }
  }

  /** Who does not drain is cut off and comes back to a snapshot, instead of being buffered without bound. */
  #dropSlow(room: RoomKey): void {
    for (const id of this.#io.of("/").adapter.rooms.get(room) ?? []) {
      const socket = this.#io.of("/").sockets.get(id);
      const waiting = (socket?.conn as { writeBuffer?: readonly unknown[] } | undefined)?.writeBuffer?.length ?? 0;
      if (waiting > MOST_WAITING) socket?.disconnect(true);
    }
  }
}
