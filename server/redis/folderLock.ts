import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { processIdentity } from "./processIdentity.ts";

/** Thrown when another live process holds the folder; `pid` is its number. */
export class FolderInUse extends Error {
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(
      `Process ${pid} already uses the data in ${folder}: stop it first, or set DATA_DIR to another folder for a second server.`,
    );
    this.name = "FolderInUse";
    this.pid = pid;
  }
}

/**
 * Makes this process the only owner of `folder`, for as long as it lives or until the returned function is called.
 * The lock names its process and when that process started, so the lock of a dead process is taken over. A live owner
 * is given `patienceMs` milliseconds to finish; then `FolderInUse` is thrown.
 */
export async function lockFolder(folder: string, patienceMs: number): Promise<() => void> {
  const lock = join(folder, "owner.lock");
  const mine = `${process.pid} ${processIdentity(process.pid)}\n`;
  const end = performance.now() + patienceMs;
  for (;;) {
    if (writeNew(lock, mine)) break;
    const theirs = readOrNull(lock);
    if (theirs === null) continue;
    const owner = liveOwner(theirs);
    if (owner === null) removeIf(lock, theirs);
    else if (performance.now() >= end) throw new FolderInUse(folder, owner);
    else await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return () => removeIf(lock, mine);
}

function liveOwner(text: string): number | null {
  const [pid, identity] = text.trim().split(/ (.*)/);
  return identity !== undefined && processIdentity(Number(pid)) === identity ? Number(pid) : null;
}

function writeNew(path: string, text: string): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes the lock only if it still says `text`: another process may have taken it over in between. */
function removeIf(path: string, text: string): void {
  const aside = `${path}.${process.pid}.old`;
  try {
    if (readFileSync(path, "utf8") !== text) return;
    renameSync(path, aside);
    if (readFileSync(aside, "utf8") !== text) linkSync(aside, path);
  } catch {
    // Somebody else was quicker, so there is nothing of ours to remove.
  } finally {
    rmSync(aside, { force: true });
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
