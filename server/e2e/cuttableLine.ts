import { once } from "node:events";
import { type AddressInfo, createServer, connect as dial, type Server, type Socket } from "node:net";

/** A line between a browser and a server that a test can cut, as a cable is. */
export interface CuttableLine {
  readonly url: string;
  /** Ends every connection and lets none come. */
  cut(): Promise<void>;
  /** Lets nothing through any more while every connection seems to stand. */
  hush(): void;
  /** Lets connections come again, to the same address. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** Puts a line before the server on `port` of this machine. */
export async function cuttableLine(port: number): Promise<CuttableLine> {
  const open = new Set<Socket>();
  let server: Server | null = null;
  let own = 0;
  let hushed = false;

  const join = (near: Socket): void => {
    const far = dial(port, "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.setNoDelay(true);
      one.on("error", () => undefined);
      one.on("data", (chunk) => {
        if (!hushed) other.write(chunk);
      });
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
    }
  };
  const drop = (): void => {
    for (const socket of open) socket.destroy();
  };

  const line: CuttableLine = {
    get url() {
      return `http://127.0.0.1:${own}`;
    },
    async cut() {
      const closed = server === null ? null : once(server, "close");
      server?.close();
      server = null;
      drop();
      await closed;
    },
    hush() {
      hushed = true;
    },
    async mend() {
      if (hushed) drop();
      hushed = false;
      if (server !== null) return;
      server = createServer(join);
      server.listen(own, "127.0.0.1");
      await once(server, "listening");
      own = (server.address() as AddressInfo).port;
    },
    close: () => line.cut(),
  };
  await line.mend();
  return line;
}
