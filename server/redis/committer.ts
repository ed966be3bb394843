import { RedisAwayError } from "../errors.ts";
import { type Connection, command, type Reply } from "./connection.ts";
import { leaseKey } from "./keys.ts";

/** The partition belongs to somebody else now: what was folded here and not committed is void. */
export class LeaseLostError extends Error {
  override readonly name = "LeaseLostError";
}

/** How long a lease holds without being renewed, ms. */
export const LEASE_MS = 10_000;
/** Who is ready to write waits so long for the others, ms: what was read together is then written together. */
const GATHER_MS = 5;

type Commands = readonly (readonly string[])[];

interface Joined {
  readonly partition: number;
  readonly owner: string;
  readonly prepare: () => Promise<Commands>;
  /** So much that it has a transaction of its own: Redis serves nobody else meanwhile. */
  readonly large: boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}
interface Prepared extends Joined {
  readonly commands: Commands;
}

/**
 * Writes what partitions changed, those of one node together: one `MULTI` for all that are ready at the same moment.
 * `WATCH` on their leases, from before each transaction is prepared, makes it fail when one of them was taken over;
 * the others are then written without it. After a failure of the connection, or of a command, nothing is written any more.
 */
export class Committer {
  readonly connection: Connection;
  readonly #gatherMs: number;
  readonly #owners = new Map<number, string>();
  #joined: Joined[] = [];
  /** The large commit that is prepared while the one before it is being written. */
  #ahead: Promise<readonly Prepared[]> | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;
  #failure: Error | null = null;

  /** @param connection of its own: what is watched belongs to it, and it must not be made anew when it breaks */
  constructor(connection: Connection, gatherMs = GATHER_MS) {
    this.connection = connection;
    this.#gatherMs = gatherMs;
  }

  /** Whether it can still write. */
  get usable(): boolean {
    return this.#failure === null && this.connection.isReady;
  }

  /** Takes a partition's lease for `owner` when it is free or its holder's name begins with `predecessor`. */
  acquire(partition: number, owner: string, predecessor: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const key = leaseKey(partition);
      const holder = await this.#guard(key);
      const free = holder === null || holder.startsWith(predecessor);
      const written = free && (await this.#transaction([["SET", key, owner, "PX", `${LEASE_MS}`]]));
      if (written) this.#owners.set(partition, owner);
      await this.#guard();
      return written && this.#owners.get(partition) === owner;
    });
  }

  /** Gives a lease back. @throws LeaseLostError when it is not the owner's any more: then it stays as it is. */
  async release(partition: number, owner: string): Promise<void> {
    await this.join(partition, owner, async () => [["DEL", leaseKey(partition)]]);
    this.#owners.delete(partition);
  }

  /**
   * Has commands written in the next transaction; `prepare` is called when its turn has come, and tells them then. What is
   * `large` is written alone, and one such at a time, with whatever else is waiting between; the next one is prepared
   * meanwhile. Who lost the partition before its turn to be written is found out by then.
   * @throws LeaseLostError when the partition was taken over; nothing of it is written then.
   */
  join(partition: number, owner: string, prepare: () => Promise<Commands>, large = false): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#joined.push({ partition, owner, prepare, large, resolve, reject });
      this.#schedule();
    });
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => this.#round(), this.#gatherMs);
  }

  #round(): void {
    void this.#inTurn(async () => {
      this.#timer = null;
      const small = this.#joined.filter(({ large }) => !large);
      this.#joined = this.#joined.filter(({ large }) => large);
      if (small.length > 0) await this.#writeAll(await this.#prepareAll(small));
      const first = await (this.#ahead ?? this.#prepareLarge());
      if (first === null) return;
      const written = this.#writeAll(first);
      this.#ahead = this.#prepareLarge();
      if (this.#ahead !== null) this.#schedule();
      await written;
    });
  }

  /** Prepares the large commit that has waited longest; null when none waits. */
  #prepareLarge(): Promise<readonly Prepared[]> | null {
    const at = this.#joined.findIndex(({ large }) => large);
    const [next] = at < 0 ? [] : this.#joined.splice(at, 1);
    return next === undefined ? null : this.#prepareAll([next]);
  }

  async #prepareAll(joined: readonly Joined[]): Promise<Prepared[]> {
    const prepared: Prepared[] = [];
    await Promise.all(
      joined.map(async (each) => {
        try {
          prepared.push({ ...each, commands: await each.prepare() });
        } catch (error) {
          each.reject(error);
        }
      }),
    );
    return prepared;
  }

  async #writeAll(prepared: readonly Prepared[]): Promise<void> {
    let left = prepared;
    try {
      while (left.length > 0) {
        if (this.#failure !== null) throw this.#failure;
        const owned = left.filter((each) => this.#isOwned(each));
        const commands = owned.flatMap((each) => each.commands);
        const written = commands.length > 0 && (await this.#transaction(commands));
        if (written) for (const each of owned) each.resolve();
        left = written || owned.length === 0 ? [] : owned;
      }
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error(String(error));
      for (const each of left) each.reject(this.#failure);
    }
  }

  #isOwned({ partition, owner, reject }: Prepared): boolean {
    if (this.#owners.get(partition) === owner) return true;
    reject(new LeaseLostError(`Partition ${partition} belongs to somebody else`));
    return false;
  }

  /** Writes the commands, or nothing (false) when a lease that is watched has changed; then watches anew. */
  async #transaction(commands: Commands): Promise<boolean> {
    const queued = [this.#do(["MULTI"]), ...commands.map((args) => this.#do(args))];
    const carriedOut = this.#do<Reply[] | null>(["EXEC"]);
    const guarded = this.#guard();
    const settled = await Promise.allSettled([...queued, carriedOut, guarded]);
    for (const each of settled) if (each.status === "rejected") throw each.reason;
    const replies = (await carriedOut) as unknown[] | null;
    if (replies === null) return false;
    const failed = replies.find((reply) => reply instanceof Error);
    if (failed instanceof Error) throw failed;
    return true;
  }

  /**
   * From here to the next transaction any change of an owned lease makes it fail; those not ours any more are forgotten.
   * @param also one more key that is watched; its value is the answer
   */
  async #guard(also?: string): Promise<string | null> {
    const owned = [...this.#owners.keys()];
    const keys = owned.map(leaseKey);
    if (also !== undefined) keys.push(also);
    const unwatched = this.#do(["UNWATCH"]);
    if (keys.length === 0) {
      await unwatched;
      return null;
    }
    const watched = this.#do(["WATCH", ...keys]);
    const [holders] = await Promise.all([this.#do<(string | null)[]>(["MGET", ...keys]), unwatched, watched]);
    for (const [at, partition] of owned.entries())
      if (holders[at] !== this.#owners.get(partition)) this.#owners.delete(partition);
    return also === undefined ? null : (holders.at(-1) ?? null);
  }

  /** One after the other: what is watched belongs to the connection. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  #do<T extends Reply>(args: readonly string[]): Promise<T> {
    if (!this.connection.isReady) return Promise.reject(new RedisAwayError("The connection to Redis is lost"));
    return command<T>(this.connection, args);
  }
}
