import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The secret kept in the file `path`, which only its owner may read; made of 32 random bytes the first time.
 * Throws when the file can neither be read nor written.
 */
export function keptSecret(path: string): string {
  try {
    writeFileSync(path, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    chmodSync(path, 0o600);
  }
  return readFileSync(path, "utf8").trim();
}

/** The secret that signs session cookies, kept in the data folder; made the first time. */
export function sessionSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  return keptSecret(join(dataDir, "session-secret"));
}
