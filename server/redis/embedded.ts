import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { PROGRAMS, provideProgram } from "../boot/provideProgram.mjs";
import { askRedis } from "./askRedis.ts";
import { lockFolder } from "./folderLock.ts";
import { freePort } from "./freePort.ts";
import { adoptRedis, type Fsync, type RedisHome, type RedisProcess, spawnRedis } from "./redisProcess.ts";
import { keptSecret } from "./secret.ts";
import { type SupervisedRedis, superviseRedis } from "./superviseRedis.ts";

/** What `startEmbeddedRedis` needs to know. */
export interface EmbeddedRedisOptions {
  /** Folder of the server's data; Redis gets the subfolder `redis` of it. */
  readonly dataDir: string;
  /** When a write is on the disk: `everysec` (default) loses at most one second at a power cut, `always` nothing. */
  readonly appendfsync?: Fsync;
  /** Hears one sentence about each thing worth knowing. */
  readonly log: (line: string) => void;
  /** Milliseconds that another live owner of the folder is given to finish. */
  readonly patienceMs?: number;
}

/** The Redis of this server alone. */
export interface EmbeddedRedis {
  /** Address with its secret, for the client library; it stays the same when Redis is started again. */
  readonly url: string;
  /** Process id of the Redis that runs now. */
  readonly pid: number;
  /** Settles when it has read its data and serves; rejects, with its own last words, when it comes to its end before. */
  readonly serves: Promise<void>;
  /** Asks it whether it still reads its data. */
  reads(): Promise<boolean>;
  /** Ends Redis with everything written to disk, waits for it and gives the folder back. */
  stop(): Promise<void>;
}

/**
 * Starts a real Redis as a supervised process with its data in `dataDir`, or adopts the one that an earlier server
 * left behind there. It answers on a loopback port to a random secret only, keeps every write in an append-only file,
 * evicts nothing, and is started again on the same port when it dies. It outlives the terminal's Ctrl-C, so that the
 * server can finish with it first. When it is given it may still read its data: `serves` tells. Throws when another live
 * process owns the folder, or when no Redis server can be found or got.
 */
export async function startEmbeddedRedis(options: EmbeddedRedisOptions): Promise<EmbeddedRedis> {
  const { dataDir, appendfsync = "everysec", log, patienceMs = 5000 } = options;
  const folder = resolve(dataDir, "redis");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const release = await lockFolder(folder, patienceMs);
  let starting: RedisProcess | null = null;
  let supervised: SupervisedRedis | null = null;
  const endWithUs = (): void => {
    const pid = supervised?.pid ?? starting?.pid;
    if (pid !== undefined) signalIfAlive(pid, "SIGTERM");
    release();
  };
  process.once("exit", endWithUs);

  try {
    const home: RedisHome = { folder, appendfsync, secret: keptSecret(join(folder, "secret")) };
    const program = (): Promise<string> =>
      provideProgram(PROGRAMS.redis, { folder: resolve(dataDir, "programs"), say: log });
    const remember = (redis: RedisProcess): void => {
      starting = redis;
    };
    const first = (await adoptRedis(home, log)) ?? (await spawnOnFreePort(await program(), home, remember));
    const redis = superviseRedis(first, program, home, log);
    supervised = redis;
    return {
      url: `redis://:${home.secret}@127.0.0.1:${first.port}`,
      get pid() {
        return redis.pid;
      },
      serves: first.serves,
      reads: async () => (await askRedis(first.port, home.secret)) === "loading",
      async stop() {
        await redis.stop();
        process.off("exit", endWithUs);
        release();
      },
    };
  } catch (error) {
    process.off("exit", endWithUs);
    release();
    throw error;
  }
}

/** A port may be taken between the question and the start, so the start has three goes, each on another port. */
async function spawnOnFreePort(
  program: string,
  home: RedisHome,
  started: (redis: RedisProcess) => void,
): Promise<RedisProcess> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await spawnRedis(program, home, await freePort(), started);
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}

function signalIfAlive(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is over already.
  }
}
