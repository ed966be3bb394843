import { randomUUID } from "node:crypto";
import type { ArchiveFolder } from "../archive/archiveFolder.ts";
import { type ArchiverParts, archivePartition, ownsArchive } from "./archiver.ts";
import { command, type RedisNodes } from "./connection.ts";
import { archivingKey } from "./keys.ts";
import { trimPartition } from "./trimmer.ts";

/** How long it is left to one process to archive a partition without a word from it, ms. */
const LEASE_MS = 60_000;
/** Between two looks at all partitions, ms, and the first one after the start. */
const ROUND_MS = 60_000;
const FIRST_MS = 15_000;
/** Between two slices, ms: events, figures and viewers go first. */
const REST_MS = 10;

export interface ArchiveWorkerParts {
  readonly nodes: RedisNodes;
  readonly partitions: number;
  readonly folder: ArchiveFolder;
  /** Told what was written and trimmed, and what failed. */
  report(partition: number, what: { readonly archived: readonly string[]; readonly trimmed: readonly string[] }): void;
  failed(partition: number, error: unknown): void;
  /** A partition's archive lies in another folder, which nobody here can write to. */
  elsewhere?(partition: number): void;
}

/**
 * Archives and trims all partitions in the background, one after the other in small slices. Of several processes one at a
 * time works on a partition, by a lease; a second one beside it would write the same and do no harm.
 */
export class ArchiveWorker {
  readonly #parts: ArchiveWorkerParts;
  readonly #owner = randomUUID();
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;
  #round: Promise<void> = Promise.resolve();

  constructor(parts: ArchiveWorkerParts) {
    this.#parts = parts;
  }

  /** Begins a little after the start, so that serving comes first. */
  start(firstMs = FIRST_MS): void {
    const next = (ms: number) => {
      if (this.#stopped) return;
      this.#timer = setTimeout(() => {
        this.#round = this.round().finally(() => next(ROUND_MS));
      }, ms);
      this.#timer.unref();
    };
    next(firstMs);
  }

  /** Ends after the slice at hand; what was begun is begun anew next time. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#round;
  }

  /** Looks at every partition once. */
  async round(): Promise<void> {
    for (let partition = 0; partition < this.#parts.partitions && !this.#stopped; partition += 1) {
      try {
        await this.#work(partition);
      } catch (error) {
        if (!this.#stopped) this.#parts.failed(partition, error);
      }
    }
  }

  async #work(partition: number): Promise<void> {
    const { nodes, folder, report, elsewhere } = this.#parts;
    if (!(await this.#lease(partition))) return;
    let renewed = performance.now();
    const rest = async () => {
      if (this.#stopped) throw new Error("The centre stops");
      if (performance.now() - renewed > LEASE_MS / 3) {
        await this.#lease(partition);
        renewed = performance.now();
      }
      await new Promise((done) => setTimeout(done, REST_MS));
    };
    const archiver: ArchiverParts = { nodes, folder, rest };
    if (!(await ownsArchive(archiver, partition))) return elsewhere?.(partition);
    const archived = (await archivePartition(archiver, partition)).map(({ day }) => day);
    const trimmed = await trimPartition(archiver, partition);
    if (archived.length > 0 || trimmed.length > 0) report(partition, { archived, trimmed });
  }

  /** Takes or renews the lease; false while somebody else holds it. */
  async #lease(partition: number): Promise<boolean> {
    const at = await this.#parts.nodes.at(partition);
    const key = archivingKey(partition);
    if ((await command(at, ["SET", key, this.#owner, "NX", "PX", `${LEASE_MS}`])) !== null) return true;
    if ((await command<string | null>(at, ["GET", key])) !== this.#owner) return false;
    await command(at, ["PEXPIRE", key, `${LEASE_MS}`]);
    return true;
  }
}
