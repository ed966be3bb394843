import type { OfficeRules } from "../core/office.ts";
import type { Clock } from "../ports.ts";
import { Committer } from "../redis/committer.ts";
import type { RedisNodes } from "../redis/connection.ts";
import { streamReader } from "../redis/eventStream.ts";
import { Lines } from "../redis/lines.ts";
import { PartitionStore } from "../redis/partitionStore.ts";
import { StreamTail } from "../redis/streamTail.ts";
import { type ConsumerReport, PartitionConsumer } from "./partitionConsumer.ts";
import { Turns } from "./turns.ts";

export interface WorkParts {
  readonly nodes: RedisNodes;
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

/** New events are looked for this often, ms: what came meanwhile is folded and committed together. */
const PACE_MS = 50;

/** Folds single partitions in this thread, each under its lease, over connections that they share. */
export class PartitionWork {
  readonly #parts: WorkParts;
  readonly #committers: Lines<Committer>;
  readonly #tails: Lines<StreamTail>;
  readonly #turns = new Turns();

  constructor(parts: WorkParts) {
    this.#parts = parts;
    this.#committers = new Lines(parts.nodes, "oss-commit", (connection) => new Committer(connection));
    this.#tails = new Lines(parts.nodes, "oss-read", (connection) => new StreamTail(connection, PACE_MS));
  }

  /** Takes a partition's lease when it is free or this member's; null when another member holds it. @throws RedisAwayError */
  async claim(partition: number): Promise<PartitionStore | null> {
    const { member, operatorMonths } = this.#parts;
    const store = new PartitionStore(partition, await this.#committers.at(partition), member, operatorMonths);
    return (await store.acquire()) ? store : null;
  }

  /** Folds a claimed partition until the signal is raised, commits and gives the lease back. What goes wrong is told. */
  async run(store: PartitionStore, signal: AbortSignal): Promise<void> {
    const { nodes, clock, rules, report, behind, failed } = this.#parts;
    const { partition } = store;
    let close = () => {};
    try {
      const reader = streamReader(await this.#tails.at(partition), partition);
      close = reader.close;
      const consumer = new PartitionConsumer({
        ...{ store, reader, clock, rules, turns: this.#turns },
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

  /** Closes its connections. */
  async close(): Promise<void> {
    await Promise.all([this.#committers.close(), this.#tails.close()]);
  }
}
