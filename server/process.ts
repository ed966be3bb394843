import type { Reference } from "../shared/reference.ts";
import type { Centre } from "./centre.ts";
import { type Config, readConfig } from "./config.ts";
import { ConfigError } from "./errors.ts";
import { type EmbeddedRedis, startEmbeddedRedis } from "./redis/embedded.ts";

/** A centre as a process: with its Redis when it has one of its own, and stopped by signals, in order. */
export interface Running extends Centre {
  readonly redisUrl: string;
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The Redis to work with: the configured one, or one of its own, which is ended in its turn. */
async function redisOf(
  { redis, dataDir }: Config,
  stops: (() => Promise<void>)[],
): Promise<{ readonly urls: readonly string[]; readonly own?: EmbeddedRedis }> {
  if (redis.kind === "single") return { urls: [redis.url] };
  if (redis.kind === "cluster") return { urls: redis.urls };
  const own = await startEmbeddedRedis({ dataDir, log: say });
  stops.push(() => own.stop());
  return { urls: [own.url], own };
}

/** What a program is beside the centre itself. */
export interface Program {
  /** Settings that it changes, and the reference data that it has read for that. */
  prepare(config: Config): Promise<{ readonly config: Config; readonly reference: Reference }>;
  /** Progress of history that it lays down; null when none is laid down. */
  history(): number | null;
  /** What it starts once the centre serves, and how that is ended. */
  serving(running: Running, config: Config): Promise<() => Promise<void>>;
}

/** The centre and nothing else. */
async function centreAlone(): Promise<Program> {
  const { loadReference } = await import("./reference.ts");
  return {
    prepare: async (config) => ({ config, reference: await loadReference(config.reference) }),
    history: () => null,
    serving: async () => async () => {},
  };
}

/**
 * Runs the centre until a signal comes: starts what it needs, prints once where it serves, ends cleanly. A failure at the
 * start is one sentence and exit code 1. Redis comes first: it reads its data while the program is read, and the port is
 * opened before the greater part of it.
 */
export async function runProcess(load: () => Promise<Program> = centreAlone): Promise<void> {
  const stops: (() => Promise<void>)[] = [];
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    for (const each of stops.reverse()) await each().catch((error: unknown) => say(String(error)));
    process.exit(code);
  };
  for (const signal of SIGNALS) process.on(signal, () => void stop(0));
  try {
    const asked = readConfig(process.env);
    const [{ urls, own }, { program, config, reference }] = await Promise.all([
      redisOf(asked, stops),
      load().then(async (program) => ({ program, ...(await program.prepare(asked)) })),
    ]);
    const { openWaitingPorch } = await import("./waitingPorch.ts");
    const porch = await openWaitingPorch(config, reference);
    let announced = false;
    const announce = (more = ""): void => {
      if (!announced) process.stdout.write(`Situational Centre: ${porch.url}${more}\n`);
      announced = true;
    };
    const waiting = () => announce(" (its stored data are still being read)");
    if (await own?.reads()) waiting();
    const { startCentre } = await import("./centre.ts");
    const centre = await startCentre({
      config,
      redis: urls,
      porch,
      history: program.history,
      waiting,
      ...(own === undefined ? {} : { serves: own.serves }),
    });
    stops.push(() => centre.stop());
    stops.push(await program.serving({ ...centre, redisUrl: urls[0] as string }, config));
    announce();
  } catch (error) {
    if (stopping) return;
    say(
      error instanceof ConfigError ? error.mistakes.join("\n") : error instanceof Error ? error.message : String(error),
    );
    await stop(1);
  }
}
