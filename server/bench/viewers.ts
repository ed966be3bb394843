import { EventEmitter } from "node:events";
import { io, type Socket } from "socket.io-client";

/** What the viewers of one process have seen together. */
export interface Seen {
  readonly connected: number;
  readonly messages: number;
  readonly bytes: number;
}

/** The kind of packet that greets, in the protocol of Socket.IO. */
const CONNECT = 0;

interface Packet {
  readonly type: number;
  readonly nsp: string;
  readonly data?: unknown;
  readonly id?: number;
}

let messages = 0;
let bytes = 0;

class Encoder {
  encode({ type, id, data }: Packet): string[] {
    return [`${type}${id ?? ""}${data === undefined ? "" : JSON.stringify(data)}`];
  }
}

/** Counts what comes and parses nothing of it but the greeting: a thousand viewers in one process must not be its limit. */
class Decoder extends EventEmitter {
  add(text: string): void {
    messages += 1;
    bytes += Buffer.byteLength(text) + 1;
    if (text.charCodeAt(0) - 48 !== CONNECT) return;
    this.emit("decoded", { type: CONNECT, nsp: "/", data: JSON.parse(text.slice(1)) as unknown });
  }

  destroy(): void {
    this.removeAllListeners();
  }
}

/** Opens so many viewers of the country, a few at a time, each on a connection of its own. */
async function openViewers(url: string, count: number): Promise<readonly Socket[]> {
  const sockets: Socket[] = [];
  const options = { transports: ["websocket"], forceNew: true, parser: { Encoder, Decoder }, reconnection: true };
  while (sockets.length < count) {
    const some = Array.from({ length: Math.min(25, count - sockets.length) }, () => io(url, options));
    await Promise.all(
      some.map((socket) => {
        socket.on("connect", () => void socket.emit("watch", "country", () => undefined));
        return new Promise<void>((resolve) => socket.once("connect", () => resolve()));
      }),
    );
    sockets.push(...some);
  }
  return sockets;
}

/** The program of the viewers' own process: opens them, and tells once a second what they have seen, until it is ended. */
export async function runViewers(url: string, count: number): Promise<void> {
  const sockets = await openViewers(url, count);
  const tell = () => {
    const connected = sockets.filter((socket) => socket.connected).length;
    process.stdout.write(`${JSON.stringify({ connected, messages, bytes } satisfies Seen)}\n`);
  };
  process.stdin.on("end", () => process.exit(0)).on("data", tell);
  tell();
}
