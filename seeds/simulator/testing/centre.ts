import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type CloudEvent, parseInstant } from "../../../shared/events.ts";

/** A centre that only listens: what it was sent, and how it shall behave. */
export interface Centre {
  readonly url: string;
  readonly events: (CloudEvent & { readonly arrived: number })[];
  /** Answers these before it is well again. */
  readonly trouble: number[];
  close(): Promise<void>;
}

/** Starts a listening centre; `now` is the clock by which it notes arrivals and refuses the future. */
export async function startCentre(now: () => number): Promise<Centre> {
  const events: Centre["events"] = [];
  const trouble: number[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const status = request.headers.authorization === "Bearer right" ? (trouble.shift() ?? 202) : 401;
      response.statusCode = status;
      if (status !== 202) return response.end("{}");
      const batch = JSON.parse(Buffer.concat(parts).toString()) as CloudEvent[];
      const refused: { index: number; id: string; error: string }[] = [];
      for (const [index, event] of batch.entries()) {
        if (batch.length > 1000 || parseInstant(event.time) > now() + 120_000) {
          refused.push({ index, id: event.id, error: "refused" });
        } else events.push({ ...event, arrived: now() });
      }
      response.end(JSON.stringify({ accepted: batch.length - refused.length, refused }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    events,
    trouble,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
