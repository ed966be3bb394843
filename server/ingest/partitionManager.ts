import { command } from "../redis/connection.ts";
import { leaseKey, MEMBERS_KEY } from "../redis/keys.ts";
import { ownedBy, type PartitionStore } from "../redis/partitionStore.ts";
import { Backlog } from "./backlog.ts";
import type { Hand } from "./hand.ts";
import { PartitionWork, type WorkParts } from "./partitionWork.ts";

export interface ManagerParts extends WorkParts {
  readonly partitions: number;
  /** A thread that takes half of the partitions where a backlog waits. */
  readonly hand?: Hand | undefined;
}

interface Owned {
  /** Lets go of it. */
  readonly stop: AbortController;
  /** Ends the work in this thread: the hand goes on with it. */
  lend: AbortController;
  done: Promise<void>;
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
  readonly #work: PartitionWork;
  readonly #backlog: Backlog;
  #timer: NodeJS.Timeout | null = null;
  #stopping = false;
  #ticking: Promise<void> = Promise.resolve();

  constructor(parts: ManagerParts) {
    this.#parts = parts;
    this.#backlog = new Backlog(parts.hand !== undefined);
    this.#work = new PartitionWork({
      ...parts,
      behind: (partition, ms) => {
        parts.behind?.(partition, ms);
        if (this.#backlog.note(partition, ms)) this.#owned.get(partition)?.lend.abort();
      },
    });
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
    await this.#work.close();
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
      if (!this.#stopping) await this.#claimAll(free.slice(0, wanted));
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

  /** Claims partitions, and begins to work at any only when all are claimed: who folds a backlog is slow to claim. */
  async #claimAll(partitions: readonly number[]): Promise<void> {
    const claimed = await Promise.all(partitions.map((partition) => this.#claim(partition)));
    for (const store of claimed) {
      if (store === null) continue;
      const owned: Owned = { stop: new AbortController(), lend: new AbortController(), done: Promise.resolve() };
      this.#owned.set(store.partition, owned);
      owned.done = this.#hold(store, owned);
    }
  }

  /** The store of a partition under its lease; null when it can not be had, which is told where something went wrong. */
  async #claim(partition: number): Promise<PartitionStore | null> {
    const { nodes, failed } = this.#parts;
    try {
      return await this.#work.claim(partition);
    } catch (error) {
      nodes.forget();
      failed(partition, error);
      return null;
    }
  }

  /** Works at it here; where it is lent, the hand does until it is worked off, then this thread again. */
  async #hold(first: PartitionStore, owned: Owned): Promise<void> {
    const { partition } = first;
    for (let store: PartitionStore | null = first; store !== null; ) {
      await this.#work.run(store, AbortSignal.any([owned.stop.signal, owned.lend.signal]));
      store = owned.lend.signal.aborted ? await this.#lent(partition, owned) : null;
    }
    this.#backlog.forget(partition);
    this.#owned.delete(partition);
  }

  /** Has the hand work at a partition; answers with the store under a new lease when it comes back. */
  async #lent(partition: number, owned: Owned): Promise<PartitionStore | null> {
    const { hand } = this.#parts;
    const { signal } = owned.stop;
    if (!signal.aborted && !(await hand?.work(partition, signal))) this.#backlog.keepAll();
    this.#backlog.forget(partition);
    if (signal.aborted) return null;
    owned.lend = new AbortController();
    return this.#claim(partition);
  }
}
