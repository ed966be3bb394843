import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { demoClockOffset } from "../seeds/simulator/generator/demoClock.ts";
import { SCENARIOS, type ScenarioName } from "../seeds/simulator/generator/scenario.ts";
import type { SimulatorWorkerData } from "../seeds/simulator/main.ts";
import { DEMO_SCALE, type SimulatorReport } from "../seeds/simulator/options.ts";
import type { Reference } from "../shared/reference.ts";
import { indexCounting } from "../shared/referenceIndex.ts";
import type { Config } from "./config.ts";
import { ConfigError } from "./errors.ts";
import type { Program } from "./process.ts";
import { layingDown } from "./redis/logRewriting.ts";
import { loadReference } from "./reference.ts";
import { startThread } from "./thread.ts";

/** What the demonstration remembers from one start to the next. */
interface Memory {
  clockOffset?: number;
  /** Everything up to this moment of its clock was sent. */
  sentUntil?: number;
  country?: Country;
}

interface Country {
  readonly seed: string;
  readonly scale: number;
  readonly scenario: ScenarioName;
}

/** History waits while the figures are this far behind, and goes on when they have come this near, ms. */
const PAUSE_BEHIND_MS = 300;
const RESUME_BEHIND_MS = 50;
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

/** A folder holds one simulated country: another one under the same names would contradict what is stored. */
function settle(): Country {
  const wanted = process.env.DEMO_SCENARIO ?? memory.country?.scenario ?? "ordinary";
  const scenario = SCENARIOS.find((name) => name === wanted);
  if (scenario === undefined)
    throw new ConfigError([`DEMO_SCENARIO is "${wanted}": use ${SCENARIOS.join(", ")}, or leave it out.`]);
  const country = {
    seed: process.env.DEMO_SEED ?? memory.country?.seed ?? "steppe",
    scale: Number(process.env.DEMO_SCALE ?? memory.country?.scale ?? DEMO_SCALE),
    scenario,
  };
  if (!(country.scale > 0 && country.scale <= 4))
    throw new ConfigError([`DEMO_SCALE is "${process.env.DEMO_SCALE}": give a number above 0, at most 4.`]);
  if (memory.country !== undefined && JSON.stringify(memory.country) !== JSON.stringify(country))
    throw new ConfigError([
      "This data folder holds another simulated country: set DATA_DIR to a new folder, or leave DEMO_SCENARIO, DEMO_SEED and DEMO_SCALE as they were.",
    ]);
  return country;
}

async function prepare(config: Config): Promise<{ readonly config: Config; readonly reference: Reference }> {
  recall(config.dataDir);
  const country = settle();
  const reference = await loadReference(config.reference);
  const { calendars } = reference;
  const week = calendars.counting[0] && indexCounting(calendars.counting[0]);
  const clockOffsetMs = config.clockOffsetMs || demoClockOffset(Date.now(), memory.clockOffset, week);
  remember({ clockOffset: clockOffsetMs, country });
  return { config: { ...config, clockOffsetMs, demo: true, ingestToken: config.ingestToken ?? token }, reference };
}

/** How far the history is; `lays` is told when it begins and when it is done. */
function tellHistory(share: number, lays: (begun: boolean) => void): void {
  const before = progress;
  progress = share < 1 ? share : null;
  if ((before === null) !== (progress === null)) lays(progress !== null);
}

function listen(message: SimulatorReport, lays: (begun: boolean) => void): void {
  if (message.type === "history") tellHistory(message.progress, lays);
  else if (message.type === "sent") remember({ sentUntil: message.until });
  else if (message.type === "failed") process.stderr.write(`The simulated country stopped: ${message.error}\n`);
}

/** The demonstration: open accounts, a clock of its own, and a simulated country that begins when the centre serves. */
export const demonstration: Program = {
  prepare,
  history: () => progress,
  async serving({ url, redisUrl, reference, behindMs }, config) {
    let paused = false;
    const workerData: SimulatorWorkerData = {
      url,
      token: config.ingestToken as string,
      redisUrl: config.redis.kind === "cluster" ? null : redisUrl,
      reference,
      ...(memory.country as Country),
      clockOffsetMs: config.clockOffsetMs,
      historyDays: Number(process.env.DEMO_HISTORY_DAYS ?? 28),
      historyRate: 8_000,
      resumeFrom: memory.sentUntil ?? null,
    };
    const worker = startThread(new URL("./simulator.js", import.meta.url), workerData, {
      maxOldGenerationSizeMb: 384,
    });
    // how its log is written is a matter of the own Redis alone, and one that went away meanwhile does without
    const lays = (begun: boolean): void => {
      if (config.redis.kind === "embedded") layingDown(redisUrl, begun).catch(() => undefined);
    };
    worker.on("message", (message: SimulatorReport) => listen(message, lays));
    worker.on("error", (error) => process.stderr.write(`The simulated country stopped: ${error.message}\n`));
    const pacing = setInterval(() => {
      const wanted = behindMs() > (paused ? RESUME_BEHIND_MS : PAUSE_BEHIND_MS);
      if (wanted !== paused) worker.postMessage({ type: "pause", on: wanted });
      paused = wanted;
    }, 50);
    return async () => {
      clearInterval(pacing);
      await worker.terminate();
    };
  },
};
