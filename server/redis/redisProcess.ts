import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { askRedis, redisAnswers, redisServes } from "./askRedis.ts";
import { processEnds, processIdentity } from "./processIdentity.ts";

/** When a write is on the disk. */
export type Fsync = "always" | "everysec" | "no";

/** The folder a Redis lives in, how it keeps its writes, and the secret it answers to. */
export interface RedisHome {
  readonly folder: string;
  readonly appendfsync: Fsync;
  readonly secret: string;
}

/** One running Redis process. */
export interface RedisProcess {
  readonly pid: number;
  readonly port: number;
  /** Settles when the process is over. */
  readonly gone: Promise<void>;
  /** Settles when it has read its data and serves; rejects, with its own last words, when it comes to its end before. */
  readonly serves: Promise<void>;
  /** Ends it with its data on disk and waits; after `patienceMs` milliseconds (ten seconds) it is killed. */
  end(patienceMs?: number): Promise<void>;
}

/** What is written down about the running process, so that the next server finds it. */
interface Note {
  readonly pid: number;
  readonly identity: string;
  readonly port: number;
  readonly appendfsync: Fsync;
}

/** By how many per cent the log of writes may grow beyond the base before Redis writes both into a new base. */
export const REWRITE_PERCENT = 25;
/** How long nothing may be heard of one that begins. */
const SILENCE_MS = 120_000;
const END_MS = 10_000;
/** A child that is over is still listed until Node has taken notice. */
const REAPED_MS = 1_000;

/**
 * Starts `program` in its home on `port` and waits until it answers; whether it has read its data is told by `serves`.
 * `started` is told of the process at once, so that it can be ended before it answers. Throws with Redis's own last words
 * when it does not come up.
 */
export async function spawnRedis(
  program: string,
  home: RedisHome,
  port: number,
  started: (redis: RedisProcess) => void,
): Promise<RedisProcess> {
  const log = openLog(home.folder);
  const child = spawn(program, ["-"], { cwd: home.folder, detached: true, stdio: ["pipe", log, log] });
  closeSync(log);
  const failure = new Promise<Error>((resolve) => child.once("error", resolve));
  const { pid } = child;
  if (pid === undefined) throw await failure;
  const note: Note = { pid, identity: processIdentity(pid) ?? "", port, appendfsync: home.appendfsync };
  writeNote(home.folder, note);
  let over = false;
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => {
      over = true;
      resolve();
    });
  });
  child.stdin?.on("error", () => {});
  child.stdin?.end(configuration(home, port));
  child.unref();
  const redis = redisProcess(home, note, gone, () => over);
  started(redis);
  try {
    await redisAnswers(port, home.secret, SILENCE_MS, () => over);
  } catch {
    await redis.end();
    throw notStarted(home.folder);
  }
  return redis;
}

function notStarted(folder: string): Error {
  return new Error(`Redis did not start in ${folder}: ${lastWords(folder)}`);
}

/**
 * The Redis that an earlier server left running in this home, or null when there is none. One that does not answer, or
 * that keeps its writes in another way than asked for, is ended first.
 */
export async function adoptRedis(home: RedisHome, log: (line: string) => void): Promise<RedisProcess | null> {
  const note = readNote(home.folder);
  if (note === null || processIdentity(note.pid) !== note.identity) return null;
  const over = (): boolean => processIdentity(note.pid) !== note.identity;
  const gone = (async () => {
    while (!over()) await new Promise((wait) => setTimeout(wait, 100).unref());
  })();
  const redis = redisProcess(home, note, gone, over);
  const keepsAsAsked = note.appendfsync === home.appendfsync;
  if (keepsAsAsked) {
    const answer = await askRedis(note.port, home.secret, 2000);
    if (answer === "ready" || answer === "loading") {
      log(`Took over the Redis that an earlier server left running (process ${note.pid})`);
      return redis;
    }
  }
  log(`Replacing the Redis that an earlier server left running (process ${note.pid})`);
  await redis.end(keepsAsAsked ? 2000 : END_MS);
  return null;
}

function redisProcess(home: RedisHome, note: Note, gone: Promise<void>, over: () => boolean): RedisProcess {
  const { folder } = home;
  let serves: Promise<void> | null = null;
  const signal = (name: NodeJS.Signals): void => {
    if (processIdentity(note.pid) === note.identity) process.kill(note.pid, name);
  };
  const redis: RedisProcess = {
    pid: note.pid,
    port: note.port,
    gone,
    get serves() {
      serves ??= redisServes(note.port, home.secret, SILENCE_MS, over).catch(async () => {
        await redis.end();
        throw notStarted(folder);
      });
      return serves;
    },
    async end(patienceMs = END_MS) {
      signal("SIGTERM");
      if (!(await processEnds(note.pid, note.identity, patienceMs))) {
        signal("SIGKILL");
        await processEnds(note.pid, note.identity, END_MS);
      }
      await within(gone, REAPED_MS);
      rmSync(notePath(folder), { force: true });
    },
  };
  return redis;
}

/** Waits at most `ms` milliseconds for what does not keep the process alive by itself; the timer does so meanwhile. */
async function within(done: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((over) => {
    timer = setTimeout(over, ms);
  });
  await Promise.race([done, late]);
  clearTimeout(timer);
}

/** Handed over through the standard input, so that the secret stands in no list of processes. */
function configuration({ appendfsync, secret }: RedisHome, port: number): string {
  return [
    "bind 127.0.0.1",
    `port ${port}`,
    "tcp-backlog 128",
    `requirepass ${secret}`,
    "appendonly yes",
    `appendfsync ${appendfsync}`,
    `auto-aof-rewrite-percentage ${REWRITE_PERCENT}`,
    // read in two thirds of the time and written in half of it, for twice the room on the disk
    "rdbcompression no",
    'save ""',
    "maxmemory-policy noeviction",
    "",
  ].join("\n");
}

function notePath(folder: string): string {
  return join(folder, "process.json");
}

function writeNote(folder: string, note: Note): void {
  const draft = `${notePath(folder)}.new`;
  writeFileSync(draft, `${JSON.stringify(note)}\n`, { mode: 0o600 });
  renameSync(draft, notePath(folder));
}

function readNote(folder: string): Note | null {
  try {
    return JSON.parse(readFileSync(notePath(folder), "utf8"));
  } catch {
    return null;
  }
}

/** Redis says little, but for years: a log past one megabyte is begun anew. */
function openLog(folder: string): number {
  const path = join(folder, "redis.log");
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return openSync(path, size > 1_000_000 ? "w" : "a", 0o600);
}

function lastWords(folder: string): string {
  const lines = readFileSync(join(folder, "redis.log"), "utf8").trim().split("\n");
  return lines.slice(-3).join(" | ") || "it said nothing";
}

/** The address of the Redis that runs in a home now, for a program beside its server; null when none runs. */
export function runningRedis(folder: string, secret: string): string | null {
  const note = readNote(folder);
  if (note === null || processIdentity(note.pid) !== note.identity) return null;
  return `redis://:${secret}@127.0.0.1:${note.port}`;
}
