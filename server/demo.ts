import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { demoClockOffset } from "../seeds/simulator/generator/demoClock.ts";
import type { SimulatorWorkerData } from "../seeds/simulator/main.ts";
import { DEMO_SCALE, type SimulatorReport } from "../seeds/simulator/options.ts";
import type { Config } from "./config.ts";
import { runProcess } from "./process.ts";

/** What the demonstration remembers from one start to the next. */
interface Memory {
  clockOffset?: number;
  /** Everything up to this moment of its clock was sent. */
  sentUntil?: number;
}

const SCENARIOS = ["ordinary", "land-rush", "authority-stalls", "office-cut-off"] as const;
const token = randomBytes(24).toString("base64url");
let memory: Memory = {};
let file = "";
let progress: number | null = null;

function recall(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  file = join(dataDir, "demo.json");
  try {
    memory = JSON.parse(readFileSync(file, "utf8")) as Memory;
  } catch {
    memory = {};
  }
}

function remember(of: Memory): void {
  memory = { ...memory, ...of };
  writeFileSync(file, JSON.stringify(memory));
}

function prepare(config: Config): Config {
  recall(config.dataDir);
  const clockOffsetMs = config.clockOffsetMs || demoClockOffset(Date.now(), memory.clockOffset);
  remember({ clockOffset: clockOffsetMs });
  return { ...config, clockOffsetMs, demo: true, ingestToken: config.ingestToken ?? token };
}

function listen(message: SimulatorReport): void {
  if (message.type === "history") progress = message.progress < 1 ? message.progress : null;
  else if (message.type === "sent") remember({ sentUntil: message.until });
  else if (message.type === "failed") process.stderr.write(`The simulated country stopped: ${message.error}\n`);
}

await runProcess({
  config: prepare,
  history: () => progress,
  async serving({ url, redisUrl, reference }, config) {
    const wanted = process.env.DEMO_SCENARIO ?? "";
    const workerData: SimulatorWorkerData = {
      url,
      token: config.ingestToken as string,
      redisUrl: config.redis.kind === "cluster" ? null : redisUrl,
      reference,
      seed: process.env.DEMO_SEED ?? "steppe",
      scale: Number(process.env.DEMO_SCALE ?? DEMO_SCALE),
      scenario: SCENARIOS.find((name) => name === wanted) ?? "ordinary",
      clockOffsetMs: config.clockOffsetMs,
      historyDays: Number(process.env.DEMO_HISTORY_DAYS ?? 28),
      historyRate: 20_000,
      resumeFrom: memory.sentUntil ?? null,
    };
    const worker = new Worker(new URL("./simulator.js", import.meta.url), { workerData });
    worker.on("message", listen);
    worker.on("error", (error) => process.stderr.write(`The simulated country stopped: ${error.message}\n`));
    return async () => {
      await worker.terminate();
    };
  },
});
