import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProgram } from "../boot/findProgram.mjs";
import { PROGRAMS } from "../boot/provideProgram.mjs";
import { redisServes } from "../redis/askRedis.ts";
import { freePort } from "../redis/freePort.ts";

/** A private Redis of one test: a real process on a free port, with a folder of its own. */
export interface TestRedis {
  readonly url: string;
  readonly port: number;
  /** The process id of the Redis that runs now; another one after `restart`. */
  readonly pid: number;
  /** Sends the signal; SIGKILL and SIGTERM are waited for, SIGSTOP and SIGCONT return at once. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Ends the process if it still runs and starts it again on the same port and folder. */
  restart(): Promise<void>;
  /** Ends the process and removes its folder. Calling it again does nothing. */
  stop(): Promise<void>;
}

/** How a test's Redis keeps its data: not at all unless `appendfsync` is given. */
export interface TestRedisOptions {
  readonly appendfsync?: "always" | "everysec" | "no";
}

/**
 * Starts a real redis-server (or valkey-server) for one test and waits until it serves. Nothing is kept on disk
 * unless `appendfsync` is given. The caller stops it; `withRedis` does so by itself.
 * Throws when the PATH holds neither program.
 */
export async function startTestRedis(options: TestRedisOptions = {}): Promise<TestRedis> {
  const found = findProgram(PROGRAMS.redis.names);
  if (found === null) throw new Error("No redis-server on the PATH: npm test installs it");
  const program = found;
  const folder = mkdtempSync(join(tmpdir(), "redis-of-a-test-"));
  let port = 0;
  let child: ChildProcess | null = null;
  const endWithUs = (): void => void child?.kill("SIGKILL");
  process.once("exit", endWithUs);

  async function start(): Promise<void> {
    const keeping = options.appendfsync === undefined ? ["no"] : ["yes", "--appendfsync", options.appendfsync];
    const started = spawn(
      program,
      ["--port", `${port}`, "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", ...keeping],
      { stdio: "ignore" },
    );
    child = started;
    await redisServes(port, null, 30_000, () => started.exitCode !== null || started.signalCode !== null);
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  }

  for (let attempt = 1; ; attempt++) {
    port = await freePort();
    try {
      await start();
      break;
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }

  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    get pid() {
      return child?.pid ?? 0;
    },
    async kill(signal = "SIGKILL") {
      if (signal === "SIGKILL" || signal === "SIGTERM") await end(signal);
      else child?.kill(signal);
    },
    async restart() {
      await end("SIGTERM");
      await start();
    },
    async stop() {
      await end("SIGKILL");
      process.off("exit", endWithUs);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs `body` with a private Redis of its own and stops it afterwards, whatever happened. */
export async function withRedis<T>(body: (redis: TestRedis) => Promise<T>, options: TestRedisOptions = {}): Promise<T> {
  const redis = await startTestRedis(options);
  try {
    return await body(redis);
  } finally {
    await redis.stop();
  }
}
