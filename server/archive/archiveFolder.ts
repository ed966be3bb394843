import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { formatDay } from "../../shared/time.ts";
import type { ArchivedDay } from "./archivedDay.ts";

const MANIFEST = /^(\d{4}-\d\d-\d\d)\.json$/;

/** Writes what was renamed or made in a folder to the disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The partitions of the store, and how far its clock is from the real time, ms. */
export interface ArchivedCentre {
  readonly partitions: number;
  readonly clockOffsetMs: number;
}

/**
 * The folder of the archive: `<partition>/<day>.ndjson.gz` with its manifest `<day>.json` beside it. A day counts as
 * archived when its manifest is there: it is written last.
 */
export class ArchiveFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Names the folder, wherever it is mounted: made once. A partition's archive belongs to one folder. */
  identity(): string {
    mkdirSync(this.path, { recursive: true, mode: 0o700 });
    const file = join(this.path, "identity");
    try {
      return readFileSync(file, "utf8").trim();
    } catch {
      return "";
    }
  }

  /** As `identity`, and makes it when there is none. */
  async ensureIdentity(): Promise<string> {
    const known = this.identity();
    if (known !== "") return known;
    await writeFile(join(this.path, "identity"), `${randomUUID()}\n`, { flag: "wx", mode: 0o600 }).catch(
      () => undefined,
    );
    await syncFolder(this.path);
    return this.identity();
  }

  /** Notes what the centre runs with: whoever reads the archive later folds it in the same way. */
  async noteCentre(centre: ArchivedCentre): Promise<void> {
    await this.ensureIdentity();
    await this.#write(join(this.path, "centre.json"), `${JSON.stringify(centre)}\n`, () => {});
  }

  /** What the centre ran with last; null when nothing was noted. */
  centre(): ArchivedCentre | null {
    try {
      return JSON.parse(readFileSync(join(this.path, "centre.json"), "utf8")) as ArchivedCentre;
    } catch {
      return null;
    }
  }

  folderOf(partition: number): string {
    return join(this.path, `${partition}`);
  }

  fileOf(partition: number, day: string): string {
    return join(this.folderOf(partition), `${day}.ndjson.gz`);
  }

  /** Partitions that have a folder, rising. */
  async partitions(): Promise<number[]> {
    const names = await readdir(this.path).catch((): string[] => []);
    return names
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .sort((a, b) => a - b);
  }

  /** The archived days of a partition, in their order. */
  async days(partition: number): Promise<ArchivedDay[]> {
    const names = await readdir(this.folderOf(partition)).catch((): string[] => []);
    const days = names.flatMap((name) => MANIFEST.exec(name)?.[1] ?? []).sort();
    const found = await Promise.all(days.map((day) => this.#manifest(partition, day)));
    return found.filter((day) => day !== null);
  }

  /** What is archived of a partition's day; null when nothing is. */
  manifest(partition: number, day: number): Promise<ArchivedDay | null> {
    return this.#manifest(partition, formatDay(day));
  }

  /** Puts a finished file and its manifest in their places: durable when it resolves. */
  async keep(day: ArchivedDay, temporary: string, crash: (point: string) => void = () => {}): Promise<void> {
    const file = this.fileOf(day.partition, day.day);
    await rename(temporary, file);
    crash("after-rename");
    await this.#write(file.replace(/\.ndjson\.gz$/, ".json"), `${JSON.stringify(day, null, 2)}\n`, crash);
  }

  /** Removes what a process left behind that died while it wrote. */
  async sweep(partition: number): Promise<void> {
    const folder = this.folderOf(partition);
    const names = await readdir(folder).catch((): string[] => []);
    for (const name of names) if (name.endsWith(".tmp")) await rm(join(folder, name), { force: true });
  }

  async #manifest(partition: number, day: string): Promise<ArchivedDay | null> {
    try {
      return JSON.parse(await readFile(join(this.folderOf(partition), `${day}.json`), "utf8")) as ArchivedDay;
    } catch {
      return null;
    }
  }

  async #write(path: string, text: string, crash: (point: string) => void): Promise<void> {
    const temporary = `${path}.${randomUUID().slice(0, 8)}.tmp`;
    const handle = await open(temporary, "wx", 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    crash("before-manifest");
    await rename(temporary, path);
    await syncFolder(dirname(path));
  }
}
