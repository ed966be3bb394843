import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { indexReference } from "../../../shared/referenceIndex.ts";
import { loadReference } from "../../reference.ts";
import { runCampaign } from "./campaign.ts";

const EVENTS = 30_000;
const folder = mkdtempSync(join(tmpdir(), "campaign-"));
beforeAll(async () => {
  await build({
    configFile: join(import.meta.dirname, "vite.config.ts"),
    build: { outDir: folder },
    logLevel: "error",
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(`after ${EVENTS} events with kill -9 of the server and of Redis between, every stored figure is that of the naive recount`, {
  timeout: 300_000,
}, async () => {
  const seed = process.env.CAMPAIGN_SEED ?? `${Date.now()}`;
  const said: string[] = [];
  const result = await runCampaign({
    events: EVENTS,
    offices: 15,
    kills: 3,
    seed,
    program: join(folder, "ingest.js"),
    reference: "seeds",
    index: indexReference(await loadReference("seeds")),
    say: (line) => said.push(line),
  });
  const told = `seed ${seed}\n${said.join("\n")}`;
  expect(result.differences, told).toEqual([]);
  expect(result.kills, told).toBe(3);
  expect(result.redisKills, told).toBe(1);
  expect(result.rows, told).toBeGreaterThan(1_000);
});
