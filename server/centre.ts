import { existsSync } from "node:fs";
import type { Logger } from "pino";
import { publicReference } from "../shared/publicReference.ts";
import type { Reading } from "../shared/reading.ts";
import type { Reference } from "../shared/reference.ts";
import type { Mount } from "./app.ts";
import { assemble } from "./assemble.ts";
import type { Config } from "./config.ts";
import { openPorch } from "./http/porch.ts";
import { waitingApp } from "./http/waiting.ts";
import { createLog } from "./log.ts";
import { RedisNodes } from "./redis/connection.ts";
import { storeRead } from "./redis/storeRead.ts";
import { loadReference } from "./reference.ts";

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
  /** Progress of history that is being laid down; null when none is. */
  history(): number | null;
  /** Of a Redis that is watched over: settles when it serves, rejects with the reason when it never will. */
  readonly serves?: Promise<void>;
  /** Told where it listens while it still waits for Redis to read its data, again and again. */
  waiting?(url: string): void;
  /** Where its log goes; standard error otherwise. */
  readonly log?: Logger;
}

/**
 * Serves from the first moment: what needs no store at once, everything else when Redis has read its data. A start that
 * fails gives its port back. @throws PortError, ReferenceDataError, StoreFormatError, RedisAwayError
 */
export async function startCentre(options: CentreOptions): Promise<Centre> {
  const { config, redis, serves, waiting } = options;
  const log = options.log ?? createLog(config.demo ? "error" : "info");
  const reference = await loadReference(config.reference);
  const shown = publicReference(reference);
  const clientFolder = existsSync("dist/client") ? "dist/client" : null;
  let reading: Reading = { share: null, secondsLeft: null };
  const nodes = new RedisNodes(redis);
  const porch = await openPorch(config, waitingApp({ log, reference: shown, clientFolder, reading: () => reading }));
  try {
    const read = storeRead(nodes, (now) => {
      reading = now;
      waiting?.(porch.url);
    });
    // one that is watched over says itself why it came to its end
    await Promise.all([serves, serves === undefined ? read : read.catch(() => undefined)]);
    return await assemble({ ...options, log, reference, shown, clientFolder, nodes, porch });
  } catch (error) {
    porch.close();
    await nodes.close();
    throw error;
  }
}
