import type { OfficeRules } from "../core/office.ts";
import type { Clock } from "../ports.ts";
import { Committer } from "../redis/committer.ts";
import { command, type RedisNodes } from "../redis/connection.ts";
import { streamReader } from "../redis/eventStream.ts";
import { leaseKey, MEMBERS_KEY } from "../redis/keys.ts";
import { Lines } from "../redis/lines.ts";
import { ownedBy, PartitionStore } from "../redis/partitionStore.ts";
import { StreamTail } from "../redis/streamTail.ts";
import { type ConsumerReport, PartitionConsumer } from "./partitionConsumer.ts";

export interface ManagerParts {
  readonly nodes: RedisNodes;
  readonly partitions: number;
  /** Names this process among all that share the store. */
  readonly member: string;
  readonly clock: Clock;
  /** Months for which operators' daily rows are kept. */
  readonly operatorMonths?: number | undefined;
  rules(office: string): OfficeRules | null;
  report(partition: number, of: ConsumerReport): void;
  /** Told after each read how far a partition's figures are behind its stream, ms. */
  behind?(partition: number, ms: number): void;
  /** Something went wrong with a partition; its consumer starts anew from the checkpoint. */
  failed(partition: number, error: unknown): void;
}

interface Owned {
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

/** New events are looked for this often, ms: what came meanwhile is folded and committed together. */
const PACE_MS = 50;
const TICK_MS = 1_000;
const MEMBER_ALIVE_MS = 5_000;

/**
 * Claims a fair share of the partitions by lease and runs their consumers: takes free ones, lets go of the surplus when
 * another process joins, takes over when one is gone. No process is special.
 */
export class PartitionManager {
  readonly #parts: ManagerParts;
  readonly #owned = new Map<number, Owned>();
  readonly #committers: Lines<Committer>;
  readonly #tails: Lines<StreamTail>;
  #timer: NodeJS.Timeout | null = null;
  #stopping = false;
  #ticking: Promise<void> = Promise.resolve();

  constructor(parts: ManagerParts) {
    this.#parts = parts;
    this.#committers = new Lines(parts.nodes, "oss-commit", (connection) => new Committer(connection));
    this.#tails = new Lines(parts.nodes, "oss-read", (connection) => new StreamTail(connection, PACE_MS));
  }

  /** The partitions that this process owns now. */
  get owned(): readonly number[] {
    return [...this.#owned].filter(([, { stop }]) => !stop.signal.aborted).map(([partition]) => partition);
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
    await Promise.all([this.#committers.close(), this.#tails.close()]);
    const { nodes, member } = this.#parts;
    await nodes
      .at(0)
      .then((at) => command(at, ["ZREM", MEMBERS_KEY, member]))
      .catch(() => undefined);
  }

  async #round(): Promise<void> {
    try {
      const share = await this.#share();
      const owned = this.owned;
      for (const partition of owned.slice(share)) this.#owned.get(partition)?.stop.abort();
      const wanted = share - owned.length;
      if (wanted <= 0) return;
      const free = await this.#free();
      if (!this.#stopping) await Promise.all(free.slice(0, wanted).map((partition) => this.#claim(partition)));
    } catch {
      this.#parts.nodes.forget();
    }
  }

  /** The partitions that nobody holds, or that this member held before; each process begins elsewhere. */
  async #free(): Promise<number[]> {
    const { nodes, member, partitions } = this.#parts;
    const from = Math.floor(Math.random() * partitions);
    const order = Array.from({ length: partitions }, (_, at) => (from + at) % partitions);
    const leases = await Promise.all(
      order.map(async (partition) => command<string | null>(await nodes.at(partition), ["GET", leaseKey(partition)])),
    );
    return order.filter((partition, at) => {
      const holder = leases[at] ?? null;
      return !this.#owned.has(partition) && (holder === null || holder.startsWith(ownedBy(member)));
    });
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
    const { nodes, member, failed } = this.#parts;
    try {
      const store = new PartitionStore(
        partition,
        await this.#committers.at(partition),
        member,
        this.#parts.operatorMonths,
      );
      if (!(await store.acquire())) return;
      const stop = new AbortController();
      const done = this.#work(partition, store, stop.signal).finally(() => this.#owned.delete(partition));
      this.#owned.set(partition, { stop, done });
    } catch (error) {
      nodes.forget();
      failed(partition, error);
    }
  }

  async #work(partition: number, store: PartitionStore, signal: AbortSignal): Promise<void> {
    const { nodes, clock, rules, report, behind, failed } = this.#parts;
    let close = () => {};
    try {
      const reader = streamReader(await this.#tails.at(partition), partition);
      close = reader.close;
      const consumer = new PartitionConsumer({
        ...{ store, reader, clock, rules },
        report: (of) => report(partition, of),
        behind: (ms) => behind?.(partition, ms),
      });
      await consumer.run(signal);
      await store.release();
    } catch (error) {
      nodes.forget();
      if (!signal.aborted) failed(partition, error);
      await store.release().catch(() => undefined);
    } finally {
      close();
    }
  }
}
