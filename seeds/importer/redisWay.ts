import { createClient, createCluster } from "redis";
import { crc16 } from "../simulator/redisSender.ts";
import { backoff, sleep } from "../simulator/sender.ts";
import { ImportError } from "./sourceRecord.ts";
import { type Delivery, PATIENCE, type WayIn } from "./wayIn.ts";

const CONNECT_MS = 5_000;
const DEFAULT_PARTITIONS = 16;
const NEVER = new AbortController().signal;

/** A Redis or a Cluster, as far as it is needed: commands that concern one key. */
interface Store {
  ask(key: string, command: readonly string[]): Promise<unknown>;
  /** What went wrong with its connections last, null when nothing did. */
  trouble(): unknown;
  close(): Promise<void>;
}

function single(url: string): { store: Store; connect: () => Promise<unknown> } {
  const socket = { connectTimeout: CONNECT_MS, reconnectStrategy: (tries: number) => Math.min(50 * 2 ** tries, 1_000) };
  const client = createClient({ url, name: "oss-importer", disableOfflineQueue: true, socket });
  let trouble: unknown = null;
  client.on("error", (error) => {
    trouble = error;
  });
  const store: Store = {
    trouble: () => trouble,
    ask: (_key, command) => client.sendCommand([...command]),
    close: async () => client.destroy(),
  };
  return { store, connect: () => client.connect() };
}

function cluster(urls: readonly string[]): { store: Store; connect: () => Promise<unknown> } {
  const client = createCluster({ rootNodes: urls.map((url) => ({ url })) });
  let trouble: unknown = null;
  client.on("error", (error) => {
    trouble = error;
  });
  const store: Store = {
    trouble: () => trouble,
    ask: (key, command) => client.sendCommand(key, false, [...command]),
    close: async () => client.destroy(),
  };
  return { store, connect: () => client.connect() };
}

/** The name of a Redis without its password. */
function nameOf(url: string): string {
  return URL.canParse(url) ? `Redis at ${new URL(url).host}` : "Redis";
}

/**
 * The way of producers inside the data centre: `XADD` to the stream of each office's partition. `place` is REDIS_URL: one
 * address, or those of some nodes of a Cluster with commas. What the centre refuses becomes a dead letter there.
 * @throws ImportError when no connection stands within five seconds
 */
export async function redisWay(place: string, patience = PATIENCE): Promise<WayIn> {
  const urls = place.split(",").map((url) => url.trim());
  const name = nameOf(urls[0] as string);
  const away = (error: unknown) =>
    new ImportError(
      `${name} does not take events (${error instanceof Error ? error.message : String(error)}). Check REDIS_URL and that it runs, and run the import again: what has arrived changes nothing.`,
    );
  const open = () => (urls.length === 1 ? single(urls[0] as string) : cluster(urls));
  let opened: ReturnType<typeof open>;
  try {
    opened = open();
  } catch (error) {
    throw away(error);
  }
  const { store, connect } = opened;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer within five seconds")), CONNECT_MS);
  });
  let partitions: number;
  try {
    const ready = connect().then(() => store.ask("oss:partitions", ["GET", "oss:partitions"]));
    partitions = Number((await Promise.race([ready, late])) ?? DEFAULT_PARTITIONS);
  } catch (error) {
    await store.close().catch(() => undefined);
    throw away(store.trouble() ?? error);
  } finally {
    clearTimeout(timer);
  }
  let retries = 0;
  return {
    name,
    get retries() {
      return retries;
    },
    async send(batch): Promise<Delivery> {
      const since = performance.now();
      for (let tries = 0; ; tries += 1) {
        const stored = batch.map(({ office, json }) => {
          const key = `oss:{${crc16(office) % partitions}}:events`;
          return store.ask(key, ["XADD", key, "*", "event", json]);
        });
        const failed = (await Promise.allSettled(stored)).find(({ status }) => status === "rejected");
        if (failed === undefined) return { accepted: batch.length, refused: [] };
        if (performance.now() - since > patience.later) throw away((failed as PromiseRejectedResult).reason);
        retries += 1;
        await sleep(backoff(tries), NEVER);
      }
    },
    close: () => store.close(),
  };
}
