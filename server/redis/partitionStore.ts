import { randomUUID } from "node:crypto";
import type { Needs } from "../core/needs.ts";
import { KEPT_KINDS, type OfficeState } from "../core/office.ts";
import { unpackApplication, unpackOperatorDay, unpackSpine, unpackTicket } from "../core/packing.ts";
import { unpackSequence } from "../core/sequence.ts";
import { RedisAwayError } from "../errors.ts";
import type { Dropping, Keeping } from "../ingest/retentionSweep.ts";
import { type Checkpoint, unpackCheckpoint } from "./checkpoint.ts";
import { type Committer, LEASE_MS } from "./committer.ts";
import { command, type Reply } from "./connection.ts";
import { type DroppedKind, droppedMark, hasMark } from "./droppedMarks.ts";
import {
  applicationsKey,
  checkpointKey,
  droppedKey,
  dueKey,
  leaseKey,
  officesKey,
  operatorDaysKey,
  seenKey,
  spinesKey,
  ticketsKey,
} from "./keys.ts";
import { type Ask, noteSwept, retentionStore, writesOfDropping } from "./retentionStore.ts";
import { mergeStoredRows } from "./storedRows.ts";
import { type Batch, writesOf } from "./writes.ts";

/** What the leases of a member begin with. */
export function ownedBy(member: string): string {
  return `${member}#`;
}

/**
 * One partition in Redis, for the one who owns it: takes the lease, brings entities and rows, and commits everything a
 * batch changed together with the checkpoint, through the committer, which lets no stale owner write.
 */
export class PartitionStore {
  readonly partition: number;
  readonly #committer: Committer;
  readonly #member: string;
  readonly #operatorMonths: number | undefined;
  /** What the lease holds while it is ours: no two stores ever write the same, not even those of one process. */
  readonly #owner: string;

  /** @param member names the process among all that share the store */
  constructor(partition: number, committer: Committer, member: string, operatorMonths?: number) {
    this.#operatorMonths = operatorMonths;
    this.partition = partition;
    this.#committer = committer;
    this.#member = member;
    this.#owner = ownedBy(member) + randomUUID().slice(0, 8);
  }

  /** Takes the lease when it is free or an earlier store of this member held it; false when somebody else holds it. */
  acquire(): Promise<boolean> {
    return this.#committer.acquire(this.partition, this.#owner, ownedBy(this.#member));
  }

  /** Renews the lease, also while a commit is prepared. @throws LeaseLostError when it is not ours any more. */
  renew(): Promise<void> {
    return this.#committer.join(this.partition, this.#owner, async () => [this.#renewal()]);
  }

  /** Gives the lease back. @throws LeaseLostError when it is not ours any more: then it stays as it is. */
  release(): Promise<void> {
    return this.#committer.release(this.partition, this.#owner);
  }

  /** How far the stored figures contain the stream; `0-0` and none at the beginning. */
  async checkpoint(): Promise<Checkpoint> {
    return unpackCheckpoint(await this.#do<string | null>(["GET", checkpointKey(this.partition)]));
  }

  /** What is stored of an office as a whole: its last event and last arrival. */
  async officeState(office: OfficeState): Promise<void> {
    const [stored, dropped] = await Promise.all([
      this.#do<string | null>(["HGET", officesKey(this.partition), office.rules.id]),
      this.#do<number>(["EXISTS", droppedKey(this.partition, office.rules.id)]),
    ]);
    office.hasDropped = dropped === 1;
    if (stored === null) {
      // nothing was ever committed of it, unless marks of what was removed are left
      if (!office.hasDropped) for (const kind of KEPT_KINDS) office.complete.add(kind);
      return;
    }
    const [lastEvent, lastArrival, missing, boardDay] = stored.split("|").map(Number) as [
      number,
      number,
      number,
      number,
    ];
    Object.assign(office, { lastEvent, lastArrival, missing, boardDay });
  }

  /** Brings what is needed into the offices' memory, in one round trip; what is not stored stays absent. */
  async fetch(wanted: ReadonlyMap<OfficeState, Needs>): Promise<void> {
    const tasks: Promise<void>[] = [];
    for (const [office, needs] of wanted) {
      const { id } = office.rules;
      const p = this.partition;
      const each = (key: string, ids: ReadonlySet<string>, take: (id: string, text: string) => void, prefix = "") => {
        if (ids.size > 0) tasks.push(this.#fetchHash(key, [...ids], take, prefix));
      };
      each(seenKey(p), needs.sources, (name, text) => office.sources.set(name, unpackSequence(text)), `${id}|`);
      each(ticketsKey(p, id), needs.tickets, (name, text) => office.tickets.set(name, unpackTicket(name, text)));
      each(applicationsKey(p, id), needs.applications, (name, text) =>
        office.applications.set(name, unpackApplication(name, text)),
      );
      each(spinesKey(p, id), needs.spines, (name, text) => office.spines.set(name, unpackSpine(name, text)));
      if (office.hasDropped)
        tasks.push(
          this.#fetchDropped(id, "ticket", needs.tickets, office.droppedTickets),
          this.#fetchDropped(id, "application", needs.applications, office.droppedApplications),
        );
      each(operatorDaysKey(p, id), needs.operatorDays, (key, text) => {
        const bar = key.lastIndexOf("|");
        const day = unpackOperatorDay(key.slice(0, bar), Number(key.slice(bar + 1)), text);
        office.operatorDays.set(key, day);
      });
    }
    await Promise.all(tasks);
  }

  /** The applications (`[office, application]`) whose deadline the clock has reached, at most `limit`. */
  async reached(now: number, limit: number): Promise<[string, string][]> {
    const members = await this.#do<string[]>([
      "ZRANGEBYSCORE",
      dueKey(this.partition),
      "-inf",
      `${now}`,
      "LIMIT",
      "0",
      `${limit}`,
    ]);
    return members.map((member) => {
      const bar = member.indexOf("|");
      return [member.slice(0, bar), member.slice(bar + 1)];
    });
  }

  /**
   * Writes all that a batch changed and the checkpoint, at once or not at all. `prepare` tells the batch when the turn to
   * write has come, so that it takes in what came until then; `large` when it is so much that others must not wait for it.
   * @throws LeaseLostError when the partition was taken over; nothing is written then.
   */
  commit(prepare: () => Promise<Batch>, large: boolean): Promise<void> {
    const commands = async () => {
      const batch = await prepare();
      await mergeStoredRows(batch.offices, this.partition, {
        texts: (key, fields) => this.#do<(string | null)[]>(["HMGET", key, ...fields]),
        length: (key) => this.#do<number>(["HLEN", key]),
      });
      return [...writesOf(this.partition, batch), this.#renewal()];
    };
    return this.#committer.join(this.partition, this.#owner, commands, large);
  }

  #renewal(): readonly string[] {
    return ["PEXPIRE", leaseKey(this.partition), `${LEASE_MS}`];
  }

  /** What the partition keeps, to be looked through slice by slice. */
  keeping(): Keeping {
    return retentionStore(this.partition, this.#ask, this.#operatorMonths);
  }

  /** The commands that remove records; to be carried out with a commit. */
  dropping(of: Dropping): Promise<string[][]> {
    return writesOfDropping(this.partition, of, this.#ask);
  }

  /** The command that notes that everything was looked through on a day. */
  swept(day: number): string[] {
    return noteSwept(this.partition, day);
  }

  readonly #ask: Ask = (args) => this.#do(args) as Promise<never>;

  async #fetchDropped(office: string, kind: DroppedKind, ids: ReadonlySet<string>, into: Set<string>): Promise<void> {
    if (ids.size === 0) return;
    const marks = [...ids].map((id) => ({ id, ...droppedMark(kind, id) }));
    const key = droppedKey(this.partition, office);
    const stored = await this.#do<(string | null)[]>(["HMGET", key, ...marks.map(({ field }) => field)]);
    marks.forEach(({ id, mark }, at) => {
      if (hasMark(stored[at] ?? null, mark)) into.add(id);
    });
  }

  async #fetchHash(
    key: string,
    ids: readonly string[],
    take: (id: string, text: string) => void,
    prefix: string,
  ): Promise<void> {
    const texts = await this.#do<(string | null)[]>(["HMGET", key, ...ids.map((id) => prefix + id)]);
    texts.forEach((text, index) => {
      if (text !== null) take(ids[index] as string, text);
    });
  }

  #do<T extends Reply>(args: readonly string[]): Promise<T> {
    const { connection } = this.#committer;
    if (!connection.isReady) return Promise.reject(new RedisAwayError("The connection to Redis is lost"));
    return command<T>(connection, args);
  }
}
