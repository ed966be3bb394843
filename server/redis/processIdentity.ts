import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * A text that tells this life of the process `pid` from every other process that ever has the same number: the moment
 * it started, as the system keeps it. Null when no such process runs; one that only waits to be buried does not run.
 */
export function processIdentity(pid: number): string | null {
  if (process.platform === "linux") {
    try {
      const text = readFileSync(`/proc/${pid}/stat`, "latin1");
      const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
      const state = fields[0];
      const started = fields[19];
      return state === "Z" || state === "X" || started === undefined ? null : started;
    } catch {
      return null;
    }
  }
  const shown = spawnSync("ps", ["-o", "stat=,lstart=", "-p", `${pid}`], { encoding: "utf8" }).stdout?.trim() ?? "";
  const [state, ...started] = shown.split(/\s+/);
  return started.length === 0 || state?.startsWith("Z") ? null : started.join(" ");
}

/** Waits until that life of the process is over. False when it still runs after `timeoutMs` milliseconds. */
export async function processEnds(pid: number, identity: string, timeoutMs: number): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  while (processIdentity(pid) === identity) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}
