import { connect } from "node:net";

/** What a Redis on the loopback address says of itself when asked once. */
export type RedisAnswer = "ready" | "loading" | "refused" | "silent";

/**
 * Asks the Redis on `port` of 127.0.0.1 for one PING, with `secret` as its password when there is one.
 * `ready`: it serves. `loading`: it still reads its data. `refused`: it answers, but not to this secret, or it is
 * no Redis. `silent`: nobody listens, or no answer came within `timeoutMs` milliseconds. Never throws.
 */
export function askRedis(port: number, secret: string | null, timeoutMs = 1000): Promise<RedisAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let text = "";
    const finish = (answer: RedisAnswer): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(timeoutMs, () => finish("silent"));
    socket.once("error", () => finish("silent"));
    socket.once("close", () => finish("silent"));
    socket.once("connect", () => socket.write(secret === null ? "PING\r\n" : `AUTH ${secret}\r\nPING\r\n`));
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      if (text.includes("+PONG\r\n")) finish("ready");
      else if (text.includes("-LOADING")) finish("loading");
      else if (/^(\+OK\r\n)?-.*\r\n/.test(text) || text.length > 4096) finish("refused");
    });
  });
}

/**
 * Waits until the Redis on `port` serves. Throws when nothing was heard from it for `timeoutMs` milliseconds, or as soon
 * as `gone` says that its process is no more. Reading its data may take it as long as there are data.
 */
export function redisServes(port: number, secret: string | null, timeoutMs: number, gone: () => boolean) {
  return heard(port, secret, ["ready"], timeoutMs, gone);
}

/** Waits until the Redis on `port` serves or at least says that it reads its data. Throws as `redisServes` does. */
export function redisAnswers(port: number, secret: string | null, timeoutMs: number, gone: () => boolean) {
  return heard(port, secret, ["ready", "loading"], timeoutMs, gone);
}

const AGAIN_MS = 10;
/** One that reads its data looks up between two pieces of them only: not asked more often than people look. */
const READING_MS = 50;

async function heard(
  port: number,
  secret: string | null,
  wanted: readonly RedisAnswer[],
  timeoutMs: number,
  gone: () => boolean,
): Promise<void> {
  let last = performance.now();
  while (!gone()) {
    const answer = await askRedis(port, secret);
    if (wanted.includes(answer)) return;
    const reads = answer === "loading";
    if (reads) last = performance.now();
    if (performance.now() - last > timeoutMs)
      throw new Error(`Redis on port ${port} did not answer within ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, reads ? READING_MS : AGAIN_MS));
  }
  throw new Error(`Redis on port ${port} ended before it served`);
}
