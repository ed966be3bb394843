import { link, mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Report } from "../../shared/report.ts";
import type { FileBytes } from "../export/fileFormat.ts";

/** Files of closed reports: each is written once, is whole or not there, and can only be read from then on. */
export class ReportFolder {
  readonly #root: string;

  /** @param dataDir the folder of the centre's data */
  constructor(dataDir: string) {
    this.#root = join(dataDir, "reports");
  }

  /** The folder of a version. */
  folderOf({ month, version }: Pick<Report, "month" | "version">): string {
    return join(this.#root, month, `v${version}`);
  }

  /** Writes a file; one that is there already stays as it is. False when it was there. */
  async write(of: Pick<Report, "month" | "version">, name: string, bytes: () => FileBytes): Promise<boolean> {
    const folder = this.folderOf(of);
    await mkdir(folder, { recursive: true });
    const path = join(folder, name);
    const there = await open(path, "r").catch(() => null);
    if (there !== null) {
      await there.close();
      return false;
    }
    const part = `${path}.${process.pid}.part`;
    const file = await open(part, "w", 0o444);
    try {
      for await (const piece of bytes()) await file.write(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    try {
      await link(part, path);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
      throw error;
    } finally {
      await rm(part, { force: true });
    }
  }
}
