import type { Centre } from "./centre.ts";
import { type Config, readConfig } from "./config.ts";
import { ConfigError } from "./errors.ts";
import { startEmbeddedRedis } from "./redis/embedded.ts";

/** A centre as a process: with its Redis when it has one of its own, and stopped by signals, in order. */
export interface Running extends Centre {
  readonly redisUrl: string;
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** How long the store may take to read its data before it is told where to see how far it is, ms. */
const PATIENCE_MS = 500;

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The Redis to work with: the configured one, or one of its own, which is ended in its turn. */
async function redisOf(
  { redis, dataDir }: Config,
  stops: (() => Promise<void>)[],
): Promise<{ readonly urls: readonly string[]; readonly serves?: Promise<void> }> {
  if (redis.kind === "single") return { urls: [redis.url] };
  if (redis.kind === "cluster") return { urls: redis.urls };
  const embedded = await startEmbeddedRedis({ dataDir, log: say });
  stops.push(() => embedded.stop());
  return { urls: [embedded.url], serves: embedded.serves };
}

/**
 * Runs the centre until a signal comes: starts what it needs, prints once where it serves, ends cleanly. A failure at the
 * start is one sentence and exit code 1.
 * @param prepare settings that the caller changes, and what it starts once the centre serves
 */
export async function runProcess(prepare: {
  config?(config: Config): Promise<Config>;
  history?(): number | null;
  serving?(running: Running, config: Config): Promise<(() => Promise<void>) | undefined>;
}): Promise<void> {
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
    const read = readConfig(process.env);
    let announced = false;
    const announce = (url: string, more = ""): void => {
      if (!announced) process.stdout.write(`Situational Centre: ${url}${more}\n`);
      announced = true;
    };
    const begun = performance.now();
    // Redis reads its data while the program is read and made ready
    const [{ urls, serves }, config, { startCentre }] = await Promise.all([
      redisOf(read, stops),
      prepare.config?.(read) ?? read,
      import("./centre.ts"),
    ]);
    const centre = await startCentre({
      config,
      redis: urls,
      history: prepare.history ?? (() => null),
      ...(serves === undefined ? {} : { serves }),
      waiting(url) {
        if (performance.now() - begun > PATIENCE_MS) announce(url, " (its stored data are still being read)");
      },
    });
    stops.push(() => centre.stop());
    const also = await prepare.serving?.({ ...centre, redisUrl: urls[0] as string }, config);
    if (also !== undefined) stops.push(also);
    announce(centre.url);
  } catch (error) {
    if (stopping) return;
    say(
      error instanceof ConfigError ? error.mistakes.join("\n") : error instanceof Error ? error.message : String(error),
    );
    await stop(1);
  }
}
