import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Config } from "../config.ts";

/** How long an idle connection is kept, ms: longer than proxies use theirs again, or a request meets one that is being closed. */
const KEEP_ALIVE_MS = 75_000;

/** The port is taken or may not be used. */
class PortError extends Error {
  override readonly name = "PortError";
}

/** Where the centre listens from its first moment on, whoever answers behind it. */
export interface Porch {
  readonly url: string;
  readonly server: Server;
  /** From now on this one answers. */
  open(answer: RequestListener): void;
  /** Listens no more. */
  close(): void;
}

/** Listens at the configured address; `answer` answers until another one does. @throws PortError */
export async function openPorch({ port, host }: Config, answer: RequestListener): Promise<Porch> {
  let answers = answer;
  const server = createServer((request, response) => answers(request, response));
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const url = await listen(server, port, host);
  return {
    url,
    server,
    open(next) {
      answers = next;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const remedy = error.code === "EADDRINUSE" ? "is in use" : `can not be used (${error.code ?? error.message})`;
      reject(new PortError(`Port ${port} of ${host} ${remedy}: stop what uses it, or set PORT to another one.`));
    });
    server.listen(port, host, () => {
      const { port: real } = server.address() as AddressInfo;
      const shown = host.includes(":") ? `[${host}]` : host === "0.0.0.0" ? "127.0.0.1" : host;
      resolve(`http://${shown}:${real}`);
    });
  });
}
