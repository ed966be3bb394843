import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseDay } from "../../shared/time.ts";
import { RedisAwayError } from "../errors.ts";
import { startCentre, type TestCentre } from "../testing/centre.ts";

const application = {
  office: "KZ-71-01",
  application: "2026/1",
  status: "under review",
  place: "authority",
  deadline: null,
  delayed: false,
  steps: [],
  service: null,
  authority: null,
  used: null,
  late: null,
  outage: null,
} as const;

let centre: TestCentre;
const asked: unknown[] = [];
beforeAll(async () => {
  centre = await startCentre({
    figures: {
      statistics: async (query) => {
        if (query.filter.service === "broken") throw new Error("row 7 of a secret table");
        if (query.filter.service === "away") throw new RedisAwayError("gone");
        return query as never;
      },
      imported: async ({ filter }) =>
        filter.region === undefined
          ? []
          : [
              {
                ...{ region: filter.region, month: "2026-11", figures: { accepted: 812 } },
                ...{ imported: true, reproducible: false, source: "old", importedAt: "2026-11-22T00:00:00.000Z" },
              },
            ],
      usual: async (query) => query,
      application: async (_office, id) => (id === application.application ? application : null),
    },
    deadLetters: {
      list: async (query) => {
        asked.push(query);
        return { items: [], next: null };
      },
      replay: async (which) => {
        asked.push(which);
        return { replayed: 1, refused: 0, missing: 0 };
      },
    },
  });
});
afterAll(() => centre.close());

async function problem(path: string, init?: RequestInit): Promise<Record<string, unknown>> {
  const response = await centre.ask(path, init);
  expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  const body = (await response.json()) as Record<string, unknown>;
  expect(body.status).toBe(response.status);
  return body;
}

const month = "from=2026-11-01&to=2026-11-30";

describe("a question for statistics", () => {
  it("[K7] tells beside the rows, when asked, what an old system told, marked; of operators it tells nothing", async () => {
    const asked = async (query: string) =>
      (await (await centre.ask(`/api/statistics?${month}&region=KZ-71${query}`)).json()) as Record<string, unknown>;
    expect(await asked("")).not.toHaveProperty("imported");
    expect((await asked("&imported=1")).imported).toEqual([
      expect.objectContaining({ region: "KZ-71", imported: true, reproducible: false, figures: { accepted: 812 } }),
    ]);
    const refused = await problem(`/api/statistics?${month}&by=operator&imported=1`);
    expect([refused.status, refused.parameter, refused.detail]).toEqual([
      400,
      "imported",
      expect.stringContaining("ask without operator"),
    ]);
  });

  it("reaches the figures as days, dimensions and filters", async () => {
    const response = await centre.ask(`/api/statistics?${month}&by=office,day&region=KZ-71&operator=KZ-71-01-07`);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({
      from: parseDay("2026-11-01"),
      to: parseDay("2026-11-30"),
      by: ["office", "day"],
      filter: { region: "KZ-71", operator: "KZ-71-01-07" },
    });
  });

  it("may be cut by nothing, and by month over ten years", async () => {
    expect(await (await centre.ask(`/api/statistics?${month}`)).json()).toMatchObject({ by: [], filter: {} });
    expect((await centre.ask("/api/statistics?from=2017-01-01&to=2026-12-31&by=month")).status).toBe(200);
  });

  it.each([
    ["to=2026-11-30", "from", /is missing/],
    ["from=2026-11-01", "to", /is missing/],
    ["from=01.11.2026&to=2026-11-30", "from", /write it as/],
    ["from=2026-02-30&to=2026-11-30", "from", /is not a date/],
    ["from=2026-12-01&to=2026-11-30", "from", /later than `to`/],
    ["from=2024-01-01&to=2026-11-30&by=day", "to", /longer than 400 days.*by=month/],
    ["from=2000-01-01&to=2026-11-30&by=month", "to", /longer than 9150 days/],
    [`${month}&by=week`, "by", /one or two of day, month, region/],
    [`${month}&by=`, "by", /is empty/],
    [`${month}&by=day,day`, "by", /twice/],
    [`${month}&by=day,office,service`, "by", /at most 2/],
    [`${month}&by=day&by=office`, "by", /more than once/],
    [`${month}&office=KZ-99-99`, "office", /has no office "KZ-99-99"/],
    [`${month}&region=KZ-99`, "region", /has no region "KZ-99"/],
    [`${month}&operator=${encodeURIComponent("Жанар Иванова")}`, "operator", /is no identifier/],
    [`${month}&group=office`, "group", /knows from, to, by, region/],
    [`${month}&__proto__=x`, "__proto__", /is not a parameter/],
  ])("%s is answered 400, naming %s and the remedy", async (query, parameter, detail) => {
    const body = await problem(`/api/statistics?${query}`);
    expect(body).toMatchObject({ type: "urn:oss:problem:invalid-parameter", status: 400, parameter });
    expect(body.detail).toMatch(detail);
  });

  it("that the centre fails at is answered without a word of the cause, which the log has by an incident", async () => {
    const body = await problem(`/api/statistics?${month}&service=broken`);
    expect(body).toMatchObject({ type: "urn:oss:problem:internal", status: 500 });
    expect(JSON.stringify(body)).not.toContain("secret table");
    const line = centre.lines.find((text) => text.includes(body.incident as string));
    expect(line).toContain("secret table");
  });

  it("while Redis is away is answered 503", async () => {
    expect(await problem(`/api/statistics?${month}&service=away`)).toMatchObject({ status: 503 });
  });
});

describe("the usual day", () => {
  it("is of the country, a region or an office", async () => {
    expect(await (await centre.ask("/api/usual")).json()).toEqual({ day: null, region: null, office: null });
    expect(await (await centre.ask("/api/usual?office=KZ-71-01&day=2026-11-20")).json()).toEqual({
      day: parseDay("2026-11-20"),
      region: null,
      office: "KZ-71-01",
    });
    expect(await problem("/api/usual?office=KZ-71-01&region=KZ-71")).toMatchObject({ parameter: "region" });
  });
});

describe("an application", () => {
  it("is found by its id, slashes included, escaped or not", async () => {
    for (const id of ["2026/1", "2026%2F1"])
      expect(await (await centre.ask(`/api/applications/KZ-71-01/${id}`)).json()).toEqual(application);
  });

  it("that is not kept, or of an unknown office, is answered 404; an impossible id 400", async () => {
    expect(await problem("/api/applications/KZ-71-01/none")).toMatchObject({ status: 404 });
    expect(await problem("/api/applications/KZ-99-99/2026/1")).toMatchObject({ status: 404 });
    expect(await problem("/api/applications/KZ-71-01/a%20b")).toMatchObject({ status: 400, parameter: "application" });
    expect(await problem("/api/applications/KZ-71-01/%E0%A4%A")).toMatchObject({ status: 400 });
  });
});

describe("the reference data", () => {
  it("is told once, and again only when it changed", async () => {
    const first = await centre.ask("/api/reference");
    expect(await first.json()).toEqual(centre.deps.reference);
    const etag = first.headers.get("etag") as string;
    const again = await centre.ask("/api/reference", { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });
});

describe("dead letters", () => {
  const json = { method: "POST", headers: { "Content-Type": "application/json" } };
  const replay = (body: unknown, init: RequestInit = json) =>
    centre.ask("/api/dead-letters/replay", { ...init, body: JSON.stringify(body) });

  it("are listed by office and reason, page by page", async () => {
    expect((await centre.ask("/api/dead-letters?office=KZ-71-01&reason=schema&after=3:1-0&limit=5")).status).toBe(200);
    expect(asked.at(-1)).toEqual({ office: "KZ-71-01", reason: "schema", after: "3:1-0", limit: 5 });
    await centre.ask("/api/dead-letters");
    expect(asked.at(-1)).toEqual({ office: null, reason: null, after: null, limit: 100 });
    for (const wrong of ["reason=bad", "after=%00", "limit=0", "limit=501", "limit=ten", "page=2"])
      expect(await problem(`/api/dead-letters?${wrong}`)).toMatchObject({ parameter: wrong.split("=")[0] });
  });

  it("are replayed by id, or all of an office and reason", async () => {
    expect(await (await replay({ ids: ["3:1700000000000-0"] })).json()).toEqual({
      replayed: 1,
      refused: 0,
      missing: 0,
    });
    expect(asked.at(-1)).toEqual({ ids: ["3:1700000000000-0"] });
    await replay({ all: true, office: "KZ-71-01" });
    expect(asked.at(-1)).toEqual({ office: "KZ-71-01", reason: null });
    for (const wrong of [{}, [], null, { ids: [] }, { ids: ["x"] }, { all: false }, { all: true, ids: [] }])
      expect((await replay(wrong)).status).toBe(400);
    expect((await replay({ all: true }, { method: "POST", headers: { "Content-Type": "text/plain" } })).status).toBe(
      415,
    );
  });
});

describe("the rest", () => {
  it("what was asked is told to Prometheus, with routes as written in the program", async () => {
    await centre.ask("/api/applications/KZ-71-01/2026/1");
    const response = await centre.ask("/metrics");
    const text = await response.text();
    expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(text).toContain('route="/api/applications/:office/*application"');
    expect(text).toMatch(/^oss_events_accepted_total 0$/m);
    expect(text).not.toContain("2026/1");
  });

  it("an unknown address is 404, an unknown method 405 with those that are known", async () => {
    expect(await problem("/api/nothing")).toMatchObject({ type: "urn:oss:problem:not-found" });
    expect(await problem("/nothing")).toMatchObject({ status: 404 });
    const response = await centre.ask("/api/statistics", { method: "DELETE" });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET");
  });

  it("every answer keeps the page to itself", async () => {
    const { headers } = await centre.ask("/healthz");
    const policy = headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none';script-src 'self';style-src 'self'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });
});
