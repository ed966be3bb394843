import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { processEnds, processIdentity } from "../redis/processIdentity.ts";

/** A process with a child that asks to end with its parent; gives the child's number. */
async function family(environment: NodeJS.ProcessEnv): Promise<{ kill(): Promise<void>; child: number }> {
  const module = join(import.meta.dirname, "endWithParent.mjs");
  const inner = `import { endWithParent } from ${JSON.stringify(module)}; endWithParent(50); setInterval(() => {}, 1000); console.log(process.pid);`;
  const outer = `require("node:child_process").spawn(process.execPath, ["--input-type=module", "-e", ${JSON.stringify(inner)}], { stdio: "inherit" });`;
  const parent = spawn(process.execPath, ["-e", outer], { env: environment, stdio: ["ignore", "pipe", "inherit"] });
  const [said] = await once(parent.stdout, "data");
  return {
    child: Number(said),
    async kill() {
      parent.kill("SIGKILL");
      await once(parent, "exit");
    },
  };
}

test("a server started by npm ends when npm is killed", async () => {
  const { child, kill } = await family({ ...process.env, npm_lifecycle_event: "start" });
  const identity = processIdentity(child) ?? "";
  await kill();
  expect(await processEnds(child, identity, 5000)).toBe(true);
});

test("a server started without npm does not depend on its parent", async () => {
  const { npm_lifecycle_event: _, ...environment } = process.env;
  const { child, kill } = await family(environment);
  const identity = processIdentity(child) ?? "";
  await kill();
  expect(await processEnds(child, identity, 300)).toBe(false);
  process.kill(child, "SIGKILL");
});
