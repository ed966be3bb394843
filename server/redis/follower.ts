import type { OperatorNow, TicketNow } from "../core/board.ts";
import type { LiveOffice } from "../live/liveOffice.ts";
import type { Replica } from "../live/replica.ts";
import type { PartitionStanding, StatusView } from "../live/statusView.ts";
import type { Clock } from "../ports.ts";
import type { Change } from "./changes.ts";
import { unpackCheckpoint } from "./checkpoint.ts";
import { type Connection, command, type RedisNodes } from "./connection.ts";
import {
  boardKey,
  changesKey,
  checkpointKey,
  eventsKey,
  leaseKey,
  officesKey,
  partitionOf,
  refusedKey,
  rowsKey,
} from "./keys.ts";
import { Lines } from "./lines.ts";
import { dateOf, monthOf } from "./storedRows.ts";
import { type Followed, StreamTail } from "./streamTail.ts";

export interface FollowerParts {
  readonly nodes: RedisNodes;
  readonly partitions: number;
  readonly replica: Replica;
  readonly status: StatusView;
  readonly clock: Clock;
  failed(partition: number, error: unknown): void;
}

const WAIT_MS = 1_000;
const RETRY_MS = 500;
const COUNT = 200;

/**
 * Keeps the replica equal to the store: loads the running day of a partition's offices, then follows its commits. After
 * any failure, or when it fell behind the capped stream, it loads anew.
 */
export class Follower {
  readonly #parts: FollowerParts;
  readonly #stop = new AbortController();
  readonly #reached: number[];
  readonly #tails: Lines<StreamTail>;
  #loops: Promise<void>[] = [];
  #standing: NodeJS.Timeout | null = null;

  constructor(parts: FollowerParts) {
    this.#parts = parts;
    this.#tails = new Lines(parts.nodes, "oss-follow", (connection) => new StreamTail(connection));
    this.#reached = new Array<number>(parts.partitions).fill(0);
  }

  /** Loads every partition; resolves when all are loaded, and goes on following. */
  async start(): Promise<void> {
    const loaded = this.#parts.status.partitions.map(
      (_, partition) =>
        new Promise<void>((resolve) => {
          this.#loops.push(this.#keep(partition, resolve));
        }),
    );
    await Promise.all(loaded);
    await this.#look();
    this.#standing = setInterval(() => void this.#look(), 1_000);
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    if (this.#standing !== null) clearInterval(this.#standing);
    await Promise.allSettled(this.#loops);
    await this.#tails.close();
  }

  /** Everything stored before this moment (epoch ms, the centre's clock) is in the figures of every partition. */
  reach(): number {
    return Math.min(...this.#reached);
  }

  async #keep(partition: number, loaded: () => void): Promise<void> {
    const { nodes, failed } = this.#parts;
    while (!this.#stop.signal.aborted) {
      let changes: Followed | null = null;
      try {
        const connection = await nodes.at(partition);
        const tail = await this.#tails.at(partition);
        changes = tail.follow(changesKey(partition), await this.#load(partition, connection));
        loaded();
        while (!this.#stop.signal.aborted) await this.#follow(partition, connection, changes);
      } catch (error) {
        if (!this.#stop.signal.aborted) failed(partition, error);
        nodes.forget();
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      } finally {
        changes?.close();
      }
    }
  }

  async #load(partition: number, connection: Connection): Promise<string> {
    const newest = await command<[string, string[]][]>(connection, [
      "XREVRANGE",
      changesKey(partition),
      "+",
      "-",
      "COUNT",
      "1",
    ]);
    const { replica, clock } = this.#parts;
    replica.tick(clock.now());
    const offices = await command<string[]>(connection, ["HGETALL", officesKey(partition)]);
    const known = new Map<string, string>();
    for (let at = 0; at < offices.length; at += 2) known.set(offices[at] as string, offices[at + 1] as string);
    const mine = [...replica.offices.values()].filter(
      ({ office }) => partitionOf(office.id, this.#parts.partitions) === partition && known.has(office.id),
    );
    await Promise.all(
      mine.map((live) => this.#loadOffice(partition, connection, live, known.get(live.office.id) as string)),
    );
    const refused = await command<string[]>(connection, ["HGETALL", refusedKey(partition)]);
    for (let at = 0; at < refused.length; at += 2) replica.dead.set(refused[at] as string, Number(refused[at + 1]));
    return newest[0]?.[0] ?? "0-0";
  }

  /** Loads the running day of offices of which a commit said only that it changed. */
  async #reload(partition: number, connection: Connection, offices: readonly string[]): Promise<void> {
    if (offices.length === 0) return;
    const known = await command<(string | null)[]>(connection, ["HMGET", officesKey(partition), ...offices]);
    await Promise.all(
      offices.map((id, at) => {
        const live = this.#parts.replica.offices.get(id);
        const stored = known[at];
        return live && stored ? this.#loadOffice(partition, connection, live, stored) : undefined;
      }),
    );
  }

  async #loadOffice(partition: number, connection: Connection, live: LiveOffice, known: string): Promise<void> {
    const { replica } = this.#parts;
    const { id } = live.office;
    const { day } = live;
    const [row, series, operators, matters, board] = await Promise.all([
      command<string | null>(connection, ["HGET", rowsKey(partition, id, monthOf(day), "office"), `${day}`]),
      command<string | null>(connection, ["HGET", rowsKey(partition, id, monthOf(day), "series"), `${day}`]),
      command<string[]>(connection, ["HGETALL", rowsKey(partition, id, dateOf(day), "operator")]),
      command<string[]>(connection, ["HGETALL", rowsKey(partition, id, dateOf(day), "matter")]),
      command<string[]>(connection, ["HGETALL", boardKey(partition, id)]),
    ]);
    const [lastEvent, lastArrival, missing, boardDay] = known.split("|").map(Number) as [
      number,
      number,
      number,
      number,
    ];
    replica.alter(live, () => {
      live.begin(day);
      Object.assign(live, { lastEvent, lastArrival, missing });
      if (row !== null) live.takeRow("office|", row);
      if (series !== null) live.takeRow("series|", series);
      for (let at = 0; at < operators.length; at += 2)
        live.takeRow(`operator|${operators[at]}`, operators[at + 1] as string);
      for (let at = 0; at < matters.length; at += 2) live.takeRow(`matter|${matters[at]}`, matters[at + 1] as string);
      if (boardDay === day)
        for (let at = 0; at < board.length; at += 2)
          live.takeBoard(board[at] as string, JSON.parse(board[at + 1] as string) as TicketNow | OperatorNow);
      live.countStock();
    });
  }

  async #follow(partition: number, connection: Connection, changes: Followed): Promise<void> {
    const entries = await changes.read(COUNT, WAIT_MS);
    if (entries.length === 0) return;
    const stale = new Set<string>();
    const standing = this.#parts.status.partitions[partition] as PartitionStanding;
    for (const [id, fields] of entries) {
      const change = JSON.parse(fields[1] as string) as Change;
      this.#parts.replica.apply(change);
      for (const [office, { reload }] of Object.entries(change.offices)) if (reload === true) stale.add(office);
      standing.events += change.folded;
      standing.duplicates += change.duplicates;
      for (const amount of Object.values(change.dead)) standing.dead += amount;
      standing.committedAt = Number(id.slice(0, id.indexOf("-"))) + this.#parts.clock.offset;
    }
    await this.#reload(partition, connection, [...stale]);
  }

  /** Looks once a second how far each partition's figures reach, and who owns it. */
  async #look(): Promise<void> {
    await Promise.all(
      this.#parts.status.partitions.map((standing, partition) =>
        this.#lookAt(partition, standing).catch(() => {
          standing.owner = null;
        }),
      ),
    );
  }

  async #lookAt(partition: number, standing: PartitionStanding): Promise<void> {
    const { nodes, clock } = this.#parts;
    const at = await nodes.at(partition);
    const asked = clock.now();
    const [stored, newest, owner, added] = await Promise.all([
      command<string | null>(at, ["GET", checkpointKey(partition)]),
      command<[string, string[]][]>(at, ["XREVRANGE", eventsKey(partition), "+", "-", "COUNT", "1"]),
      command<string | null>(at, ["GET", leaseKey(partition)]),
      command<(string | number)[]>(at, ["XINFO", "STREAM", eventsKey(partition)]).catch((): (string | number)[] => []),
    ]);
    const checkpoint = unpackCheckpoint(stored);
    const place = added.indexOf("entries-added");
    standing.lag = place < 0 ? 0 : Math.max(0, Number(added[place + 1]) - checkpoint.entries);
    const before = standing.events;
    standing.rate =
      standing.rate * 0.7 + Math.max(0, checkpoint.entries - (this.#entries[partition] ?? checkpoint.entries)) * 0.3;
    this.#entries[partition] = checkpoint.entries;
    standing.events = Math.max(before, checkpoint.entries);
    standing.owner = owner;
    const millis = (id: string) => Number(id.slice(0, id.indexOf("-")));
    const newestId = newest[0]?.[0] ?? checkpoint.id;
    const behind = newestId !== checkpoint.id && standing.lag > 0;
    standing.lagMs = behind ? Math.max(0, millis(newestId) - millis(checkpoint.id)) : 0;
    this.#reached[partition] = behind ? await this.#firstWaiting(partition, checkpoint.id, asked) : asked;
  }

  /** When the first entry behind the checkpoint was stored: all before it is in the figures. */
  async #firstWaiting(partition: number, checkpoint: string, now: number): Promise<number> {
    const at = await this.#parts.nodes.at(partition);
    const args = ["XRANGE", eventsKey(partition), `(${checkpoint}`, "+", "COUNT", "1"];
    const [first] = await command<[string, string[]][]>(at, args);
    return first === undefined ? now : Number(first[0].slice(0, first[0].indexOf("-"))) + this.#parts.clock.offset;
  }

  readonly #entries: number[] = [];
}
