import { createServer } from "node:net";

/** A TCP port of the loopback address that nobody listened on a moment ago. Throws when the system has none left. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === "object") resolve(address.port);
        else reject(new Error("The system gave no free port on 127.0.0.1"));
      });
    });
  });
}
