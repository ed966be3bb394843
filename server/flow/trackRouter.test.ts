import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { pino } from "pino";
import { afterEach, expect, it } from "vitest";
import type { TrackAnswer } from "../../shared/stock.ts";
import { problemHandler } from "../http/problem.ts";
import { type Tracked, trackRouter } from "./trackRouter.ts";

const NOW = Date.parse("2026-11-22T05:00:00Z");
const DEADLINE = "2026-11-23T19:00:00.000Z";
let server: Server | null = null;
afterEach(() => server?.close());

const tracked: Tracked = {
  knownOffice: (id) => id === "KZ-71-01",
  application: async (_office, application) =>
    application === "A-1" ? { status: "under review", deadline: DEADLINE } : null,
  now: () => NOW,
};

async function serve(perMinute?: number): Promise<(query: string) => Promise<Response>> {
  const app = express();
  app.use("/api/track", trackRouter(tracked, perMinute));
  app.use(problemHandler(pino({ level: "silent" })));
  server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return (query) => fetch(`http://127.0.0.1:${port}/api/track?${query}`);
}

it("[O6] tells status and deadline of a number and nothing else", async () => {
  const ask = await serve();
  const response = await ask("office=KZ-71-01&application=A-1");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.json()).toEqual({
    status: "under-review",
    deadline: DEADLINE,
    asOf: new Date(NOW).toISOString(),
  } satisfies TrackAnswer);
});

it("[O6] a number that is not known has an answer of the same shape, after the same time", async () => {
  const ask = await serve();
  const timed = async (application: string) => {
    const from = performance.now();
    const response = await ask(`office=KZ-71-01&application=${application}`);
    const body = (await response.json()) as TrackAnswer;
    return { status: response.status, keys: Object.keys(body), body, took: performance.now() - from };
  };
  await timed("A-1");
  const known = await timed("A-1");
  const unknown = await timed("A-2");
  expect(unknown.body.status).toBeNull();
  expect({ status: unknown.status, keys: unknown.keys }).toEqual({ status: known.status, keys: known.keys });
  expect(Math.min(known.took, unknown.took)).toBeGreaterThan(140);
});

it.each([
  ["application=A-1", "office"],
  ["office=KZ-00-00&application=A-1", "office"],
  ["office=KZ-71-01", "application"],
  ["office=KZ-71-01&application=%3Cscript%3E", "application"],
])("%s is answered with the field and the remedy", async (query, parameter) => {
  const ask = await serve();
  const response = await ask(query);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ type: "urn:oss:problem:invalid-parameter", parameter });
});

it("[O6] one address that asks too fast is told when to ask again", async () => {
  const ask = await serve(2);
  for (let time = 0; time < 2; time += 1) expect((await ask("office=KZ-71-01&application=A-1")).status).toBe(200);
  const response = await ask("office=KZ-71-01&application=A-1");
  expect(response.status).toBe(429);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
});
