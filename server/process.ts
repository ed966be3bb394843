import { type Centre, startCentre } from "./centre.ts";
import { type Config, readConfig } from "./config.ts";
import { ConfigError } from "./errors.ts";
import { startEmbeddedRedis } from "./redis/embedded.ts";

/** A centre as a process: with its Redis when it has one of its own, and stopped by signals, in order. */
export interface Running extends Centre {
  readonly redisUrl: string;
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs the centre until a signal comes: starts what it needs, prints where it serves, ends cleanly. A failure at the
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
    const config = (await prepare.config?.(read)) ?? read;
    let urls: readonly string[];
    if (config.redis.kind === "embedded") {
      const embedded = await startEmbeddedRedis({ dataDir: config.dataDir, log: say });
      stops.push(() => embedded.stop());
      urls = [embedded.url];
    } else urls = config.redis.kind === "single" ? [config.redis.url] : config.redis.urls;
    const centre = await startCentre({ config, redis: urls, history: prepare.history ?? (() => null) });
    stops.push(() => centre.stop());
    const also = await prepare.serving?.({ ...centre, redisUrl: urls[0] as string }, config);
    if (also !== undefined) stops.push(also);
    process.stdout.write(`Situational Centre: ${centre.url}\n`);
  } catch (error) {
    say(
      error instanceof ConfigError ? error.mistakes.join("\n") : error instanceof Error ? error.message : String(error),
    );
    await stop(1);
  }
}
