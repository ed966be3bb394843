import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The token that posts for every office of the measured centre. */
export const BENCH_TOKEN = "bench-token";

/** A centre in a process of its own, as it serves in real use. */
export interface CentreProcess {
  readonly url: string;
  /** Milliseconds from its start until it was ready. */
  readonly readyMs: number;
  /** One of its own figures from `/metrics`. */
  metric(name: string): Promise<number>;
  stop(): Promise<void>;
}

const START_MS = 60_000;
const ASK_MS = 10;

/** Where a centre is started and what with. */
export interface CentreSettings {
  /** Folder of the built programs. */
  readonly programs: string;
  readonly redisUrl: string;
  readonly clockOffsetMs: number;
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", (part: Buffer) => {
      said += part.toString();
      const found = /http:\/\/\S+/.exec(said);
      if (found !== null) resolve(found[0]);
    });
    child.once("exit", (code) => reject(new Error(`The centre ended with ${code} before it served`)));
    setTimeout(() => reject(new Error("The centre does not serve within a minute")), START_MS).unref();
  });
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok, body }) => body?.cancel().then(() => ok) ?? ok,
    () => false,
  );
}

/** Starts a centre on a free loopback port and waits until it is ready. Its dashboard is open to this machine, and Node's flags are ours. */
export async function startCentreProcess({
  programs,
  redisUrl,
  clockOffsetMs,
}: CentreSettings): Promise<CentreProcess> {
  const folder = mkdtempSync(join(tmpdir(), "bench-centre-"));
  const begun = performance.now();
  const child = spawn(process.execPath, [...process.execArgv, join(programs, "main.js")], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      PORT: "0",
      DEMO: "1",
      REDIS_URL: redisUrl,
      DATA_DIR: folder,
      INGEST_TOKEN: BENCH_TOKEN,
      CLOCK_OFFSET_MS: `${Math.round(clockOffsetMs)}`,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const endWithUs = () => {
    child.kill("SIGKILL");
    remove();
  };
  process.once("exit", endWithUs);
  const stop = async () => {
    process.off("exit", endWithUs);
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    }
    remove();
  };
  try {
    const url = await addressOf(child);
    while (!(await isReady(url))) await new Promise((resolve) => setTimeout(resolve, ASK_MS));
    const readyMs = performance.now() - begun;
    return { url, readyMs, stop, metric: (name) => readMetric(url, name) };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function readMetric(url: string, name: string): Promise<number> {
  const told = await fetch(`${url}/metrics`).catch(() => null);
  if (told === null) return readMetric(url, name);
  const text = await told.text();
  const line = text.split("\n").find((each) => each.startsWith(`${name} `) || each.startsWith(`${name}{`));
  return Number(line?.split(" ").at(-1) ?? Number.NaN);
}
