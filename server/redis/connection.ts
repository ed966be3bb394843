import { createClient, type RedisClientType } from "redis";
import { RedisAwayError } from "../errors.ts";
import { eventsKey, slotOf } from "./keys.ts";

/** A connection that speaks RESP2: plain arrays, the same from every version of the server. */
export type Connection = RedisClientType<Record<string, never>, Record<string, never>, Record<string, never>, 2>;
/** What Redis answers to a command that is sent as it is. */
export type Reply = string | number | null | Reply[];

const CONNECT_MS = 5_000;

/** How many commands may wait on a connection that many share. */
const SHARED_QUEUE = 100_000;

/** What becomes of a connection that breaks: it is made anew, or stays broken so that its user notices. */
export type WhenBroken = "reconnect" | "stay-broken";

/**
 * Every connection is a duplicate of this one, which is never opened: each fresh client of the package builds a class with all
 * commands anew, 40 ms of it. Without a deadline a command, which costs a timer and a signal each; who needs one has its own.
 */
const PATTERN = createClient({ RESP: 2, commandOptions: { timeout: 0 } });

/** Opens one connection to `url`; rejects with `RedisAwayError` when it does not stand within five seconds. */
export async function connect(url: string, name: string, whenBroken: WhenBroken = "reconnect"): Promise<Connection> {
  const again = whenBroken === "reconnect";
  const client = PATTERN.duplicate({
    url,
    name,
    ...(again ? { commandsQueueMaxLength: SHARED_QUEUE } : {}),
    disableOfflineQueue: true,
    socket: {
      connectTimeout: CONNECT_MS,
      reconnectStrategy: again ? (retries) => Math.min(50 * 2 ** retries, 1_000) : false,
      noDelay: true,
    },
  }) as unknown as Connection;
  client.on("error", () => undefined);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RedisAwayError(`Redis at ${new URL(url).host} does not answer`)), CONNECT_MS);
  });
  try {
    await Promise.race([client.connect(), late]);
    return client;
  } catch (error) {
    client.destroy();
    throw error instanceof RedisAwayError ? error : new RedisAwayError(String(error));
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The nodes of the store: one Redis, or a Cluster of which every partition lives whole on one node, because all its keys
 * carry the partition as hash tag. Shared connections are for short commands, own ones for blocking reads and `WATCH`.
 */
export class RedisNodes {
  readonly #urls: readonly string[];
  readonly #shared = new Map<string, Promise<Connection>>();
  readonly #own = new Set<Connection>();
  #slots: Promise<readonly { readonly from: number; readonly to: number; readonly url: string }[]> | null = null;

  /** @param urls one address, or those of some nodes of a Cluster (`redis://` or `rediss://`) */
  constructor(urls: readonly string[]) {
    this.#urls = urls;
  }

  /** Whether the store is a Cluster. */
  get clustered(): boolean {
    return this.#urls.length > 1;
  }

  /** The shared connection to the node that holds the partition. */
  at(partition: number): Promise<Connection> {
    return this.forKey(eventsKey(partition));
  }

  /** The shared connection to the node that holds the key. */
  async forKey(key: string): Promise<Connection> {
    return this.#sharedTo(await this.#urlOf(key));
  }

  /** The shared connections to all nodes. @throws RedisAwayError */
  async all(): Promise<readonly Connection[]> {
    if (!this.clustered) return [await this.#sharedTo(this.#urls[0] as string)];
    const urls = new Set((await this.#allSlots()).map(({ url }) => url));
    return Promise.all([...urls].map((url) => this.#sharedTo(url)));
  }

  /**
   * A connection of its own to the node that holds the partition; give it back with `release`. It is not made anew when
   * it breaks: a `WATCH` would be gone without a word, and a stale owner could commit.
   */
  async own(partition: number, name: string): Promise<Connection> {
    const connection = await connect(await this.#urlOf(eventsKey(partition)), name, "stay-broken");
    this.#own.add(connection);
    return connection;
  }

  /** Closes an own connection. */
  release(connection: Connection): void {
    this.#own.delete(connection);
    if (connection.isOpen) connection.destroy();
  }

  /** Forgets where the partitions live, after a node has said that they moved. */
  forget(): void {
    this.#slots = null;
  }

  /** Closes everything. */
  async close(): Promise<void> {
    for (const connection of this.#own) if (connection.isOpen) connection.destroy();
    const shared = await Promise.allSettled(this.#shared.values());
    for (const each of shared) if (each.status === "fulfilled" && each.value.isOpen) each.value.destroy();
  }

  #sharedTo(url: string): Promise<Connection> {
    let connection = this.#shared.get(url);
    if (connection === undefined) {
      connection = connect(url, "oss-shared");
      this.#shared.set(url, connection);
      connection.catch(() => this.#shared.delete(url));
    }
    return connection;
  }

  #allSlots() {
    this.#slots ??= this.#readSlots();
    this.#slots.catch(() => this.forget());
    return this.#slots;
  }

  async #urlOf(key: string): Promise<string> {
    if (!this.clustered) return this.#urls[0] as string;
    const slot = slotOf(key);
    const found = (await this.#allSlots()).find(({ from, to }) => slot >= from && slot <= to);
    if (found === undefined) throw new RedisAwayError(`No node of the Cluster holds slot ${slot}`);
    return found.url;
  }

  async #anyNode(): Promise<Connection> {
    let last: unknown;
    for (const url of this.#urls) {
      try {
        const connection = await this.#sharedTo(url);
        if (connection.isReady) return connection;
      } catch (error) {
        last = error;
      }
    }
    throw last instanceof Error ? last : new RedisAwayError("No node of the Cluster answers");
  }

  async #readSlots() {
    const any = await this.#anyNode();
    const reply = (await any.sendCommand(["CLUSTER", "SLOTS"])) as unknown as [
      number,
      number,
      [string, number, string],
    ][];
    return reply.map(([from, to, [host, port]]) => {
      const url = new URL(this.#urls[0] as string);
      url.hostname = host || url.hostname;
      url.port = String(port);
      return { from, to, url: url.toString() };
    });
  }
}

/**
 * Sends a command as it is; every failure is a `RedisAwayError` unless Redis refused the command for good. One that still
 * loads its data, or that no longer holds the partition, is away.
 */
export async function command<T extends Reply>(connection: Connection, args: readonly string[]): Promise<T> {
  try {
    return (await connection.sendCommand(args as string[])) as unknown as T;
  } catch (error) {
    if (error instanceof Error && /^(ERR|WRONG|OOM|NOAUTH|NOPERM|EXECABORT|CROSSSLOT)/.test(error.message)) throw error;
    throw new RedisAwayError(String(error));
  }
}
