import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RedisAwayError } from "../errors.ts";
import { mutatedEvent } from "../testing/anyEvent.ts";
import { INGEST_TOKEN, NOW, OFFICE_TOKEN, startCentre, type TestCentre } from "../testing/centre.ts";
import { MOST_BYTES, MOST_EVENTS } from "./door.ts";

const called = {
  specversion: "1.0",
  id: "9f1c6c3e",
  source: "/offices/KZ-71-01/queue",
  sequence: 4711,
  type: "oss.ticket.called",
  time: "2026-11-23T09:41:07.250+05:00",
  data: { ticket: "2026-11-23/A-042", operator: "KZ-71-01-07", desk: "7" },
};
const elsewhere = { ...called, id: "other", source: "/offices/KZ-71-02/queue" };

let centre: TestCentre;
beforeEach(async () => {
  centre = await startCentre();
});
afterEach(() => centre.close());

async function problem(response: Response): Promise<Record<string, unknown>> {
  expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  const body = (await response.json()) as Record<string, unknown>;
  expect(body.status).toBe(response.status);
  expect(body.type).toMatch(/^urn:oss:problem:[a-z-]+$/);
  expect(body.detail).toMatch(/\.$/);
  return body;
}

describe("what the door takes", () => {
  it.each([
    ["application/cloudevents+json", called],
    ["application/cloudevents-batch+json", [called]],
    ["application/json; charset=utf-8", called],
    ["application/json", [called]],
  ])("%s is answered 202 after it is stored", async (type, body) => {
    const response = await centre.post(body, { "Content-Type": type });
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({ accepted: 1, refused: [] });
    expect(centre.stored).toEqual([{ office: "KZ-71-01", json: JSON.stringify(called) }]);
  });

  it("gzip is unpacked", async () => {
    const response = await centre.post(gzipSync(JSON.stringify([called, elsewhere])), { "Content-Encoding": "gzip" });
    expect(await response.json()).toEqual({ accepted: 2, refused: [] });
  });

  it("an empty array is an answer with nothing in it", async () => {
    expect(await (await centre.post([])).json()).toEqual({ accepted: 0, refused: [] });
  });

  it("a thousand events fit, in their order", async () => {
    const batch = Array.from({ length: MOST_EVENTS }, (_, index) => ({ ...called, sequence: index + 1 }));
    expect(await (await centre.post(batch)).json()).toEqual({ accepted: MOST_EVENTS, refused: [] });
    expect(centre.stored.map(({ json }) => JSON.parse(json).sequence)).toEqual(batch.map(({ sequence }) => sequence));
  });

  it("refused events are listed with place, id, field and remedy, and the others are stored", async () => {
    const late = { ...called, id: "late", time: new Date(NOW + 120_001).toISOString() };
    const response = await centre.post([
      { ...called, id: "a", data: {} },
      called,
      { ...called, id: "b", source: "/offices/KZ-99-99/queue" },
      late,
      { ...called, id: "c", type: "oss.ticket.eaten" },
      "text",
      { ...called, id: "d", data: { ...called.data, name: "Айгүл" } },
    ]);
    expect(response.status).toBe(202);
    const { accepted, refused } = (await response.json()) as { accepted: number; refused: object[] };
    expect(accepted).toBe(1);
    expect(refused).toEqual([
      { index: 0, id: "a", error: expect.stringMatching(/^data\.ticket: is missing/) },
      { index: 2, id: "b", error: expect.stringMatching(/^source: the reference data has no office "KZ-99-99"/) },
      { index: 3, id: "late", error: expect.stringMatching(/^time: lies more than two minutes ahead/) },
      { index: 4, id: "c", error: expect.stringMatching(/^type: no such kind/) },
      { index: 5, id: null, error: expect.stringMatching(/JSON object/) },
      { index: 6, id: "d", error: expect.stringMatching(/^data\.name: is not a field/) },
    ]);
    expect(centre.stored.map(({ json }) => JSON.parse(json))).toEqual([called]);
    expect(Object.fromEntries(centre.counted)).toEqual({
      "KZ-71-01|schema": 2,
      "KZ-99-99|unknown-office": 1,
      "KZ-71-01|future": 1,
      "KZ-71-01|unknown-type": 1,
      "null|schema": 1,
    });
    expect(await centre.deps.metrics.registry.metrics()).toContain('oss_events_refused_total{reason="schema"} 3');
  });
});

describe("what the door does not take", () => {
  it.each([
    ["no JSON", "{"],
    ["nothing", ""],
    ["a number", "5"],
    ["null", "null"],
    ["text that is not UTF-8", new Uint8Array([0x22, 0xff, 0x22])],
  ])("%s is answered 400", async (_, body) => {
    const response = await centre.post(body);
    expect(response.status).toBe(400);
    expect(await problem(response)).toMatchObject({ type: "urn:oss:problem:unreadable-body" });
  });

  it("damaged gzip is answered 400", async () => {
    const packed = gzipSync(JSON.stringify(called));
    for (const body of [packed.subarray(0, 40), Buffer.from("not packed at all")]) {
      const response = await centre.post(body, { "Content-Encoding": "gzip" });
      expect(response.status).toBe(400);
      expect(await problem(response)).toMatchObject({ type: "urn:oss:problem:unreadable-body" });
    }
  });

  it("another content type or encoding is answered 415", async () => {
    for (const headers of [{ "Content-Type": "text/plain" }, { "Content-Encoding": "zip" }]) {
      const response = await centre.post(called, headers);
      expect(response.status).toBe(415);
      expect(await problem(response)).toMatchObject({ type: "urn:oss:problem:unsupported-content" });
    }
  });

  it("a missing or unknown token is answered 401 and nothing is stored", async () => {
    for (const headers of [{ Authorization: "" }, { Authorization: "Basic eDp5" }, { Authorization: "Bearer wrong" }]) {
      const response = await centre.post(called, headers);
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toMatch(/^Bearer/);
      expect(await problem(response)).toMatchObject({ type: "urn:oss:problem:unauthorised" });
    }
    expect(centre.stored).toEqual([]);
  });

  it("one event of another office makes the whole request 403, which names its place", async () => {
    const token = { Authorization: `Bearer ${OFFICE_TOKEN}` };
    expect((await centre.post([called], token)).status).toBe(202);
    centre.stored.length = 0;
    for (const foreign of [elsewhere, { ...elsewhere, data: {} }]) {
      const response = await centre.post([called, called, foreign], token);
      expect(response.status).toBe(403);
      expect(await problem(response)).toMatchObject({ type: "urn:oss:problem:other-office", index: 2 });
    }
    expect(centre.stored).toEqual([]);
    expect(centre.counted.size).toBe(0);
  });

  it("too many events and too many bytes, packed or not, are answered 413", async () => {
    const many = Array.from({ length: MOST_EVENTS + 1 }, () => called);
    const blank = " ".repeat(MOST_BYTES + 1);
    for (const [body, headers] of [
      [many, {}],
      [blank, {}],
      [gzipSync(blank), { "Content-Encoding": "gzip" }],
    ] as const) {
      const response = await centre.post(body, headers);
      expect(response.status).toBe(413);
      expect(await problem(response)).toMatchObject({ type: "urn:oss:problem:too-large" });
    }
    expect(centre.stored).toEqual([]);
  });

  it("another method is answered 405", async () => {
    const response = await centre.ask("/api/events");
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST");
  });
});

describe("when the door can not keep up", () => {
  it("a token that is too fast is answered 429 with Retry-After, and other tokens are not", async () => {
    const slow = await startCentre({ requestsPerMinute: 2 });
    try {
      expect((await slow.post(called)).status).toBe(202);
      expect((await slow.post(called)).status).toBe(202);
      const response = await slow.post(called);
      expect(response.status).toBe(429);
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(await problem(response)).toMatchObject({ type: "urn:oss:problem:too-fast" });
      expect((await slow.post(called, { Authorization: `Bearer ${OFFICE_TOKEN}` })).status).toBe(202);
      expect(slow.stored.length).toBe(3);
    } finally {
      await slow.close();
    }
  });

  it("a store that is away, or fails in any way, is answered 503 with Retry-After, and nothing is counted", async () => {
    for (const failure of [new RedisAwayError("gone"), new Error("OOM command not allowed")]) {
      const away = await startCentre({ eventLog: { append: () => Promise.reject(failure) } });
      try {
        const response = await away.post([called, {}]);
        expect(response.status).toBe(503);
        expect(response.headers.get("retry-after")).toBe("5");
        const said = await problem(response);
        expect(said).toMatchObject({ type: "urn:oss:problem:redis-away" });
        expect(JSON.stringify(said)).not.toContain("OOM");
        expect(away.counted.size).toBe(0);
      } finally {
        await away.close();
      }
    }
  });

  it("a store of tokens that is away is answered 503, not 401", async () => {
    const away = await startCentre({ tokens: { officeOf: () => Promise.reject(new RedisAwayError("gone")) } });
    expect((await away.post(called)).status).toBe(503);
    await away.close();
  });
});

describe("10,000 mutated events through the door", () => {
  it("are each answered and counted, and a good event is taken afterwards", async () => {
    const offices = fc.constantFrom("KZ-71-01", "KZ-71-02", "KZ-99-99");
    const texts = fc.sample(mutatedEvent(offices), { numRuns: 10_000, seed: 20261122 });
    let accepted = 0;
    let refused = 0;
    for (let from = 0; from < texts.length; from += 250) {
      const batch = texts.slice(from, from + 250);
      const response = await centre.post(`[${batch.join(",")}]`);
      expect(response.status).toBe(202);
      const answer = (await response.json()) as { accepted: number; refused: { index: number; error: string }[] };
      expect(answer.accepted + answer.refused.length).toBe(batch.length);
      for (const { error } of answer.refused) expect(error).toMatch(/\.$/);
      accepted += answer.accepted;
      refused += answer.refused.length;
    }
    expect(centre.stored.length).toBe(accepted);
    expect([...centre.counted.values()].reduce((sum, count) => sum + count, 0)).toBe(refused);
    expect(refused).toBeGreaterThan(5_000);
    for (const text of texts.slice(0, 300)) expect([202, 400]).toContain((await centre.post(text)).status);
    const good = await centre.post(called);
    expect(await good.json()).toEqual({ accepted: 1, refused: [] });
  });
});

it("no log line holds a token, a body or a person's identifier", async () => {
  await centre.post(called);
  await centre.post({ ...called, data: {} });
  const log = centre.lines.join("");
  expect(log).toContain("/api/events");
  for (const secret of [INGEST_TOKEN, "A-042", "KZ-71-01-07", "127.0.0.1"]) expect(log).not.toContain(secret);
});
