import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StatisticsAnswer } from "../../shared/statistics.ts";
import { freePort } from "../redis/freePort.ts";
import { processEnds, processIdentity } from "../redis/processIdentity.ts";
import { mondayClock } from "./officeEvents.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const START_MS = 90_000;
const END_MS = 30_000;

export const INGEST_TOKEN = "ingest-token-of-the-test";
export const READ_TOKEN = "read-token-of-the-test";

/** Which of the built programs: the server alone, or the demonstration with its simulated country. */
export type BuiltProgram = "main" | "demo";
type Settings = Readonly<Record<string, string>>;

/** What a program said until it was over. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

/** A process of the built product with a data folder of its own. */
export interface BuiltCentre {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** The server's process id; another one after `start`. */
  readonly pid: number;
  /** Everything that the running process said on its standard output. */
  readonly out: string;
  /** The same on its standard error. */
  readonly errors: string;
  /** The process id of its own Redis, null when none is noted. */
  redisPid(): number | null;
  /** Sends the signal to the server alone and waits until it is over; its exit code, null when a signal ended it. */
  kill(signal: NodeJS.Signals): Promise<number | null>;
  /** Starts the server again on the same port and data, and waits until it has read them. */
  start(): Promise<void>;
  /** Starts it again and waits no longer than until it says where it is. */
  begin(): Promise<void>;
  /** Posts events with the token for every office; throws unless all are accepted. */
  post(events: readonly object[]): Promise<void>;
  statistics(query: string): Promise<StatisticsAnswer>;
  /** Ends whatever still runs of it and removes its data. */
  stop(): Promise<void>;
}

function environment(settings: Settings): NodeJS.ProcessEnv {
  const { npm_lifecycle_event: _, REDIS_URL: __, ...inherited } = process.env;
  return { ...inherited, NODE_ENV: "production", ...settings };
}

function launch(program: BuiltProgram, settings: Settings): ChildProcess {
  const bundle = join(ROOT, "dist", "server", `${program}.js`);
  if (!existsSync(bundle)) throw new Error("The product is not built: run `npm test`, which builds it first");
  return spawn(process.execPath, [bundle], {
    cwd: ROOT,
    env: environment(settings),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function gather(child: ChildProcess): { out: string; errors: string } {
  const said = { out: "", errors: "" };
  child.stdout?.on("data", (chunk) => {
    said.out += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    said.errors += chunk;
  });
  return said;
}

/** Runs a built program that is expected to end by itself, and gives what it said. It is killed after a minute. */
export async function runToItsEnd(program: BuiltProgram, settings: Settings): Promise<Ended> {
  const child = launch(program, settings);
  const said = gather(child);
  const late = setTimeout(() => child.kill("SIGKILL"), 60_000);
  const [code] = await once(child, "close");
  clearTimeout(late);
  return { code, ...said };
}

/** A folder for the data of one test, and the number of a free port. */
export async function place(): Promise<{ dataDir: string; port: number }> {
  return { dataDir: mkdtempSync(join(tmpdir(), "built-centre-")), port: await freePort() };
}

/** The process id of the own Redis of a data folder, null when none is noted there. */
export function notedRedis(dataDir: string): number | null {
  try {
    return JSON.parse(readFileSync(join(dataDir, "redis", "process.json"), "utf8")).pid;
  } catch {
    return null;
  }
}

/** Ends the process with SIGKILL and waits for it, if it runs. */
async function end(pid: number | null): Promise<void> {
  const identity = pid === null ? null : processIdentity(pid);
  if (pid === null || identity === null) return;
  process.kill(pid, "SIGKILL");
  await processEnds(pid, identity, END_MS);
}

/**
 * Starts a built program on a free port with a new data folder and waits until it says that it serves. The demonstration's
 * clock begins on a Monday morning, so that its day looks the same at whatever hour and date the tests run.
 */
export async function startBuilt(program: BuiltProgram, settings: Settings = {}): Promise<BuiltCentre> {
  const { dataDir, port } = await place();
  const morning = program === "demo" ? { CLOCK_OFFSET_MS: mondayClock().CLOCK_OFFSET_MS } : {};
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let said = { out: "", errors: "" };
  const endWithUs = (): void => void child?.kill("SIGKILL");
  process.once("exit", endWithUs);

  const over = (): boolean => child === null || child.exitCode !== null || child.signalCode !== null;
  const comes = async (there: () => Promise<boolean>): Promise<void> => {
    const deadline = performance.now() + START_MS;
    while (!(await there())) {
      if (over() || performance.now() > deadline) throw new Error(`${program} does not serve: ${said.errors}`);
      await new Promise((done) => setTimeout(done, 20));
    }
  };

  const centre: BuiltCentre = {
    url,
    port,
    dataDir,
    get pid() {
      return child?.pid ?? 0;
    },
    get out() {
      return said.out;
    },
    get errors() {
      return said.errors;
    },
    redisPid: () => notedRedis(dataDir),
    async kill(signal) {
      if (child === null || over()) return child?.exitCode ?? null;
      const gone = once(child, "exit");
      child.kill(signal);
      const late = setTimeout(() => child?.kill("SIGKILL"), END_MS);
      const [code] = await gone;
      clearTimeout(late);
      return code;
    },
    async begin() {
      const own = { PORT: `${port}`, HOST: "127.0.0.1", DATA_DIR: dataDir };
      child = launch(program, { INGEST_TOKEN, READ_TOKEN, ...morning, ...settings, ...own });
      said = gather(child);
      await comes(async () => said.out.includes("Situational Centre: "));
    },
    async start() {
      await centre.begin();
      if (said.out.includes("still being read")) await comes(async () => (await fetch(`${url}/readyz`)).ok);
    },
    async post(events) {
      const response = await fetch(`${url}/api/events`, {
        method: "POST",
        headers: { Authorization: `Bearer ${INGEST_TOKEN}`, "Content-Type": "application/cloudevents-batch+json" },
        body: JSON.stringify(events),
      });
      const answer = await response.text();
      if (response.status !== 202 || !answer.includes(`"accepted":${events.length},`))
        throw new Error(`The door answered ${response.status}: ${answer}`);
    },
    async statistics(query) {
      const headers = { Authorization: `Bearer ${READ_TOKEN}` };
      const response = await fetch(`${url}/api/statistics?${query}`, { headers });
      if (!response.ok) throw new Error(`The statistics answered ${response.status}: ${await response.text()}`);
      return response.json();
    },
    async stop() {
      await centre.kill("SIGTERM");
      await end(notedRedis(dataDir));
      process.off("exit", endWithUs);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  try {
    await centre.start();
    return centre;
  } catch (error) {
    await centre.stop();
    throw error;
  }
}
