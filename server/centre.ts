import type { Reference } from "../shared/reference.ts";
import type { Mount } from "./app.ts";
import { assemble } from "./assemble.ts";
import type { Config } from "./config.ts";
import { RedisNodes } from "./redis/connection.ts";
import { storeRead } from "./redis/storeRead.ts";
import type { WaitingPorch } from "./waitingPorch.ts";

/** What a running centre is told from outside and tells. */
export interface Centre {
  readonly url: string;
  readonly reference: Reference;
  /** Every route behind the gate. */
  readonly mounts: readonly Mount[];
  /** How long ago the last event in the figures was stored, ms, where events wait behind it; of the partitions owned here. */
  behindMs(): number;
  /** Stops in order: no new requests, what is folded is committed, leases are given back. */
  stop(): Promise<void>;
}

export interface CentreOptions {
  readonly config: Config;
  /** The addresses of Redis. */
  readonly redis: readonly string[];
  /** Where it listens already. */
  readonly porch: WaitingPorch;
  /** Progress of history that is being laid down; null when none is. */
  history(): number | null;
  /** Of a Redis that is watched over: settles when it serves, rejects with the reason when it never will. */
  readonly serves?: Promise<void>;
  /** Told again and again that Redis still reads its data. */
  waiting?(): void;
}

/**
 * Starts the centre where it listens already: as soon as Redis has read its data, everything is answered. A start that
 * fails gives the port back. @throws StoreFormatError, RedisAwayError
 */
export async function startCentre(options: CentreOptions): Promise<Centre> {
  const { redis, porch, serves, waiting } = options;
  const nodes = new RedisNodes(redis);
  try {
    const read = storeRead(nodes, (reading) => {
      porch.tell(reading);
      waiting?.();
    });
    // one that is watched over says itself why it came to its end
    await Promise.all([serves, serves === undefined ? read : read.catch(() => undefined)]);
    return await assemble({ ...options, nodes });
  } catch (error) {
    porch.close();
    await nodes.close();
    throw error;
  }
}
