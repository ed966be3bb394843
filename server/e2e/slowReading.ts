import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { findProgram } from "../boot/findProgram.mjs";
import { PROGRAMS } from "../boot/provideProgram.mjs";
import { command, connect } from "../redis/connection.ts";
import { runningRedis } from "../redis/redisProcess.ts";
import { keptSecret } from "../redis/secret.ts";
import { until } from "../testing/until.ts";

/** So many keys, each of them read so slowly, are minutes: time enough for whatever is looked at meanwhile. */
const KEYS = 2_000;
const KEY_BYTES = 2_000;
const KEY_DELAY_US = 100_000;

/** The machine's Redis, which can be made to read its data slowly, as it does when there are very many. */
export interface SlowReading {
  /** The PATH on which it is found. */
  readonly path: string;
  /** Fills the running Redis of a data folder and has its data written into one base: what a next one has to read. */
  fill(dataDir: string): Promise<void>;
  /** Every Redis that is started from now on reads slowly. */
  slow(): void;
  /** The one that reads now goes on at full speed, and so does every later one. */
  quick(dataDir: string): Promise<void>;
  remove(): void;
}

async function ask(dataDir: string, ...args: readonly string[]): Promise<string> {
  const folder = join(dataDir, "redis");
  const connection = await connect(runningRedis(folder, keptSecret(join(folder, "secret"))) as string, "test");
  try {
    return String(await command(connection, args));
  } finally {
    connection.destroy();
  }
}

/** Puts a Redis that can be slowed down before the machine's own on a PATH. */
export function slowReading(): SlowReading {
  const folder = mkdtempSync(join(tmpdir(), "slow-reading-"));
  const mark = join(folder, "slow");
  const real = findProgram(PROGRAMS.redis.names);
  const script = join(folder, "valkey-server");
  writeFileSync(
    script,
    `#!/bin/sh
[ -e '${mark}' ] && exec '${real}' --loading-process-events-interval-bytes 1024 --key-load-delay ${KEY_DELAY_US} "$@"
exec '${real}' "$@"
`,
  );
  chmodSync(script, 0o700);
  return {
    path: `${folder}${delimiter}${process.env.PATH}`,
    async fill(dataDir) {
      const text = "x".repeat(KEY_BYTES);
      await ask(dataDir, "MSET", ...Array.from({ length: KEYS }, (_, key) => [`of the test:${key}`, text]).flat());
      await ask(dataDir, "BGREWRITEAOF");
      const rewritten = async () => {
        const told = await ask(dataDir, "INFO", "persistence");
        return /aof_rewrite_in_progress:0/.test(told) && /aof_rewrite_scheduled:0/.test(told);
      };
      await until(rewritten);
    },
    slow: () => mkdirSync(mark),
    async quick(dataDir) {
      rmSync(mark, { recursive: true, force: true });
      await ask(dataDir, "CONFIG", "SET", "key-load-delay", "0");
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
