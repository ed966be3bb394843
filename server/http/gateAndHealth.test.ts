import { request as plainRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GATE, INGEST_TOKEN, OFFICE_TOKEN, READ_TOKEN, startCentre, type TestCentre } from "../testing/centre.ts";

/** A demonstration, open to this machine. */
let centre: TestCentre;
beforeAll(async () => {
  centre = await startCentre();
});
afterAll(() => centre.close());

describe("the gate before the figures", () => {
  let serving: TestCentre;
  beforeAll(async () => {
    serving = await startCentre({ gate: { ...GATE, demo: false } });
  });
  afterAll(() => serving.close());
  const guarded = [
    "/api/statistics?from=2026-11-01&to=2026-11-30",
    "/api/usual",
    "/api/applications/KZ-71-01/x",
    "/api/dead-letters",
  ];

  it.each(guarded)("%s needs the token for reading, and its use is on record", async (path) => {
    for (const token of [null, "guess", OFFICE_TOKEN]) {
      const response = await serving.ask(path, token === null ? {} : { headers: { Authorization: `Bearer ${token}` } });
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toMatch(/^Bearer/);
    }
    const before = serving.audited.length;
    const response = await serving.ask(path, { headers: { Authorization: `Bearer ${READ_TOKEN}` } });
    expect([200, 404]).toContain(response.status);
    expect(serving.audited.slice(before)).toContainEqual(
      expect.objectContaining({ by: expect.objectContaining({ id: "reader" }) }),
    );
    expect(serving.lines.join("")).not.toContain(READ_TOKEN);
  });

  it("replaying is not reading", async () => {
    const ask = (token: string) =>
      serving.ask("/api/dead-letters/replay", {
        method: "POST",
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
        body: '{"all":true}',
      });
    expect((await ask(READ_TOKEN)).status).toBe(403);
    expect((await ask(INGEST_TOKEN)).status).toBe(200);
  });

  it("health, readiness, reference and description are open, metrics to this machine", async () => {
    for (const path of ["/healthz", "/readyz", "/api/reference", "/api/openapi.json", "/metrics"])
      expect((await serving.ask(path)).status).toBe(200);
  });

  it("a page of another site, or by a foreign name, gets nothing of the open demonstration", async () => {
    for (const path of [...guarded, "/metrics"]) {
      const response = await centre.ask(path, { headers: { Origin: "https://evil.example" } });
      expect(await response.json()).toMatchObject({ type: "urn:oss:problem:foreign-page", status: response.status });
    }
    const status = await new Promise((resolve) => {
      const headers = { Host: "evil.example" };
      plainRequest(`${centre.url}/api/usual`, { headers }, (response) => resolve(response.resume().statusCode)).end();
    });
    expect(status).toBe(403);
    const forwarded = await centre.ask("/api/usual", { headers: { "X-Forwarded-For": "127.0.0.1" } });
    expect(forwarded.status).toBe(401);
  });
});

describe("the centre's own health", () => {
  it("is ready only when nothing is lacking, and says what is", async () => {
    const readiness = async () => ({ redis: false, partitions: true, reference: true });
    const sick = await startCentre({ ready: { readiness } });
    const response = await sick.ask("/readyz");
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      detail: expect.stringContaining("redis;"),
      checks: { redis: false },
    });
    expect((await sick.ask("/healthz")).status).toBe(200);
    await sick.close();
  });
});
