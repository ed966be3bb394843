import type { OfficeRules } from "../core/office.ts";
import type { Clock } from "../ports.ts";
import { command, type RedisNodes } from "../redis/connection.ts";
import { streamReader } from "../redis/eventStream.ts";
import { MEMBERS_KEY } from "../redis/keys.ts";
import { PartitionStore } from "../redis/partitionStore.ts";
import { type ConsumerReport, PartitionConsumer } from "./partitionConsumer.ts";

export interface ManagerParts {
  readonly nodes: RedisNodes;
  readonly partitions: number;
  /** Names this process among all that share the store. */
  readonly member: string;
  readonly clock: Clock;
  rules(office: string): OfficeRules | null;
  report(partition: number, of: ConsumerReport): void;
  /** Something went wrong with a partition; its consumer starts anew from the checkpoint. */
  failed(partition: number, error: unknown): void;
}

interface Owned {
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

const TICK_MS = 1_000;
const MEMBER_ALIVE_MS = 5_000;

/**
 * Claims a fair share of the partitions by lease and runs their consumers: takes free ones, lets go of the surplus when
 * another process joins, takes over when one is gone. No process is special.
 */
export class PartitionManager {
  readonly #parts: ManagerParts;
  readonly #owned = new Map<number, Owned>();
  #timer: NodeJS.Timeout | null = null;
  #stopping = false;
  #ticking: Promise<void> = Promise.resolve();

  constructor(parts: ManagerParts) {
    this.#parts = parts;
  }

  /** The partitions that this process owns now. */
  get owned(): readonly number[] {
    return [...this.#owned.keys()];
  }

  /** Begins to claim; resolves after the first round. */
  async start(): Promise<void> {
    await this.#round();
    const tick = () => {
      if (this.#stopping) return;
      this.#timer = setTimeout(() => {
        this.#ticking = this.#round().then(tick, tick);
      }, TICK_MS);
    };
    tick();
  }

  /** Commits what is folded, gives every lease back and leaves. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#ticking;
    for (const { stop } of this.#owned.values()) stop.abort();
    await Promise.allSettled([...this.#owned.values()].map(({ done }) => done));
    const { nodes, member } = this.#parts;
    await nodes
      .at(0)
      .then((at) => command(at, ["ZREM", MEMBERS_KEY, member]))
      .catch(() => undefined);
  }

  async #round(): Promise<void> {
    const { partitions } = this.#parts;
    const share = await this.#share().catch(() => 0);
    if (share === 0) return;
    for (const [partition, { stop }] of [...this.#owned].slice(share)) {
      stop.abort();
      this.#owned.delete(partition);
    }
    const claims: Promise<void>[] = [];
    let free = share - this.#owned.size;
    const from = Math.floor(Math.random() * partitions);
    for (let at = 0; at < partitions && free > 0 && !this.#stopping; at += 1) {
      const partition = (from + at) % partitions;
      if (this.#owned.has(partition)) continue;
      free -= 1;
      claims.push(this.#claim(partition));
    }
    await Promise.all(claims);
  }

  /** How many partitions this process may own: its part among the members that were heard of lately. */
  async #share(): Promise<number> {
    const { nodes, member, partitions } = this.#parts;
    const at = await nodes.at(0);
    const now = Date.now();
    await command(at, ["ZADD", MEMBERS_KEY, `${now}`, member]);
    await command(at, ["ZREMRANGEBYSCORE", MEMBERS_KEY, "-inf", `${now - MEMBER_ALIVE_MS}`]);
    const members = await command<number>(at, ["ZCARD", MEMBERS_KEY]);
    return Math.ceil(partitions / Math.max(1, members));
  }

  async #claim(partition: number): Promise<void> {
    const { nodes, member } = this.#parts;
    try {
      const connection = await nodes.own(partition, `oss-commit-${partition}`);
      const store = new PartitionStore(partition, connection, member);
      if (!(await store.acquire())) return nodes.release(connection);
      const stop = new AbortController();
      const done = this.#work(partition, store, stop.signal).finally(() => {
        nodes.release(connection);
        if (this.#owned.get(partition)?.stop === stop) this.#owned.delete(partition);
      });
      this.#owned.set(partition, { stop, done });
    } catch (error) {
      nodes.forget();
      this.#parts.failed(partition, error);
    }
  }

  async #work(partition: number, store: PartitionStore, signal: AbortSignal): Promise<void> {
    const { nodes, clock, rules, report, failed } = this.#parts;
    let reading: Awaited<ReturnType<RedisNodes["own"]>> | null = null;
    try {
      reading = await nodes.own(partition, `oss-read-${partition}`);
      const consumer = new PartitionConsumer({
        store,
        reader: streamReader(reading, partition),
        clock,
        rules,
        report: (of) => report(partition, of),
      });
      await consumer.run(signal);
      await store.release();
    } catch (error) {
      nodes.forget();
      if (!signal.aborted) failed(partition, error);
      await store.release().catch(() => undefined);
    } finally {
      if (reading !== null) nodes.release(reading);
    }
  }
}
