import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Seen } from "./viewers.ts";

/** Viewers in a process of their own. */
export interface ViewersProcess {
  /** What they have seen until now. */
  seen(): Promise<Seen>;
  stop(): Promise<void>;
}

/** Starts so many viewers of the country and resolves when all watch. */
export async function startViewers(programs: string, url: string, count: number): Promise<ViewersProcess> {
  const child = spawn(process.execPath, [join(programs, "bench.js"), "viewers", url, `${count}`], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const endWithUs = () => void child.kill("SIGKILL");
  process.once("exit", endWithUs);
  await Promise.race([
    once(lines, "line"),
    once(child, "exit").then(() => Promise.reject(new Error("The viewers ended before they watched"))),
  ]);
  return {
    async seen() {
      const answer = once(lines, "line");
      child.stdin.write("?\n");
      const [line] = (await answer) as [string];
      return JSON.parse(line) as Seen;
    },
    async stop() {
      process.off("exit", endWithUs);
      const gone = once(child, "exit");
      child.stdin.end();
      await gone;
    },
  };
}
