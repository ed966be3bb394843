import { join } from "node:path";
import { type RedisHome, type RedisProcess, spawnRedis } from "./redisProcess.ts";

/** A Redis that is started again whenever it dies, until it is stopped. */
export interface SupervisedRedis {
  /** Process id of the Redis that runs now, or ran last. */
  readonly pid: number;
  /** Ends it for good and waits until it is over. */
  stop(): Promise<void>;
}

/**
 * Watches over `first`, once it serves, and starts `program` again on the same port when it dies: at once, then after
 * pauses that double up to five seconds. `log` hears of every death and every start that failed.
 */
export function superviseRedis(
  first: RedisProcess,
  program: () => Promise<string>,
  home: RedisHome,
  log: (line: string) => void,
): SupervisedRedis {
  let running = first;
  const stopped = new AbortController();

  async function startAgain(): Promise<void> {
    for (let pause = 100; !stopped.signal.aborted; pause = Math.min(5000, pause * 2)) {
      try {
        const path = await program();
        if (stopped.signal.aborted) return;
        const again = await spawnRedis(path, home, first.port, (started) => {
          running = started;
        });
        await again.serves;
        return;
      } catch (error) {
        if (stopped.signal.aborted) return;
        log(error instanceof Error ? error.message : String(error));
        await pauseUnless(stopped.signal, pause);
      }
    }
  }

  async function supervise(): Promise<void> {
    const begun = await first.serves.then(
      () => true,
      () => false,
    );
    if (!begun) return;
    while (!stopped.signal.aborted) {
      await running.gone;
      if (stopped.signal.aborted) return;
      log(`Redis ended unexpectedly (see ${join(home.folder, "redis.log")}): starting it again on port ${first.port}`);
      await startAgain();
    }
  }

  const supervision = supervise();
  return {
    get pid() {
      return running.pid;
    },
    async stop() {
      stopped.abort();
      await running.end();
      await supervision;
    },
  };
}

function pauseUnless(signal: AbortSignal, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
