import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DICTIONARY } from "../../shared/dictionary.ts";
import { type CountingIndex, indexReference } from "../../shared/referenceIndex.ts";
import type { Report } from "../../shared/report.ts";
import type { ReportChanges, ReportMonths, ReportReadiness, ReportVersion } from "../../shared/reportMonths.ts";
import { parseDay } from "../../shared/time.ts";
import { loadReference } from "../reference.ts";
import { differencesFromStatistics } from "../testing/equalToStatistics.ts";
import { MONTH_OFFICES, monthOf, type Teller } from "../testing/monthOfEvents.ts";
import { naiveRows } from "../testing/naive.ts";
import { naiveDelayed, naiveLateDays } from "../testing/naiveDelays.ts";
import { startTestRedis, type TestRedis } from "../testing/redis.ts";
import { until } from "../testing/until.ts";
import { startWholeCentre, type WholeCentre } from "../testing/wholeCentre.ts";

const MONTH = "2026-09";
const FORMATS = ["csv", "xlsx", "pdf", "json"] as const;
const LANGUAGES = ["kk", "ru", "en"] as const;

let redis: TestRedis;
let first: WholeCentre;
let second: WholeCentre;
const tellers = new Map<string, Teller>();
let coordinator: string;

const report = (centre: WholeCentre, query = "") => centre.json<Report>(`/api/reports/monthly/${MONTH}.json?${query}`);
const post = (centre: WholeCentre, path: string, cookie: string, body: object = {}) =>
  centre.ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", Cookie: cookie },
    body: JSON.stringify(body),
  });

/** Waits until so many distinct events are in the figures. */
async function received(centre: WholeCentre, events: number): Promise<void> {
  const came = async () => (await report(centre, "version=0")).events?.received;
  let counted = await came();
  await until(
    async () => {
      counted = await came();
      return counted === events;
    },
    () => `${counted} of ${events} events came`,
  );
}

/** The bytes of every format of a place and version, each in one language or in all, by a hash. */
async function files(centre: WholeCentre, query: string, shift: number | null): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [at, format] of FORMATS.entries())
    for (const language of shift === null ? LANGUAGES : [LANGUAGES[(at + shift) % LANGUAGES.length]]) {
      if (format === "json" && shift === null && language !== "en") continue;
      const response = await centre.ask(`/api/reports/monthly/${MONTH}.${format}?${query}&language=${language}`);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(response.status, bytes.toString().slice(0, 300)).toBe(200);
      found[format === "json" ? `${query} json` : `${query} ${format} ${language}`] = createHash("sha256")
        .update(bytes)
        .digest("hex");
    }
  return found;
}

const total = () => [...tellers.values()].reduce((sum, { events }) => sum + events.length, 0);

/** Events that are dated in the month: one application is ready after its last midnight. */
const dated = () =>
  [...tellers.values()].flatMap(({ events }) => events).filter(({ time }) => time.startsWith(MONTH)).length;

beforeAll(async () => {
  redis = await startTestRedis();
  first = await startWholeCentre(redis.url);
  second = await startWholeCentre(redis.url);
  for (const office of MONTH_OFFICES) tellers.set(office, monthOf(office, MONTH, 30));
  for (const { events } of tellers.values()) await first.post(events);
  await received(first, total());
  coordinator = await first.signIn("coordinator");
});
afterAll(async () => {
  await second?.stop();
  await first?.stop();
  await redis?.stop();
});

describe("a month that is open", () => {
  test("is provisional, and every cell of it is what the statistics say, of office, region and country", async () => {
    for (const query of ["", "region=KZ-71", "office=KZ-71-01", "office=KZ-43-04"]) {
      const found = await report(first, query);
      expect([found.status, found.version]).toEqual(["provisional", 0]);
      expect(await differencesFromStatistics(found, first.statistics)).toEqual([]);
    }
  });

  test("agrees day by day with a naive recount of the events", async () => {
    const { offices } = await first.json<{ offices: { id: string; zone: string; waitNormSeconds: number }[] }>(
      "/api/reference",
    );
    for (const id of MONTH_OFFICES) {
      const { zone, waitNormSeconds } = offices.find((office) => office.id === id) as (typeof offices)[number];
      const world = { zone, waitNorm: waitNormSeconds * 1000, now: Date.now(), deadline: () => null };
      const naive = naiveRows(tellers.get(id)?.events ?? [], { ...world, authorityOf: () => "" });
      const found = await report(first, `office=${id}`);
      let compared = 0;
      for (const { id: table, columns, rows } of found.tables.filter((each) =>
        /^day(Applications|Queue)$/.test(each.id),
      ))
        for (const row of rows) {
          const counts = naive.get(`${parseDay(String(row[0]))}`)?.counts ?? {};
          columns.forEach(({ field, kind }, at) => {
            if (kind !== "count" || field.includes(".")) return;
            expect([id, table, row[0], field, row[at]]).toEqual([id, table, row[0], field, counts[field] ?? 0]);
            compared += 1;
          });
        }
      expect(compared).toBeGreaterThan(400);
    }
  });

  test("tells every refusal with its reason and every return with its fault", async () => {
    const found = await report(first, "office=KZ-71-01");
    const told = tellers.get("KZ-71-01")?.events ?? [];
    const count = (type: string, field: string) => {
      const counts: Record<string, number> = {};
      for (const { type: of, data } of told)
        if (of === type) {
          const name = (data as Record<string, string>)[field] as string;
          counts[name] = (counts[name] ?? 0) + 1;
        }
      return counts;
    };
    const rows = (id: string) =>
      Object.fromEntries(found.tables.find((table) => table.id === id)?.rows as [string, number][]);
    expect(rows("refusalReasons")).toEqual(count("oss.application.rejected", "reason"));
    expect(rows("returnFaults")).toEqual(count("oss.application.returned", "fault"));
    expect(found.events).toEqual({ received: told.length, promised: told.length });
  });

  test("tells in whose hands the delayed were when their deadline came", async () => {
    const found = await report(first, "office=KZ-71-01");
    const rows = found.tables.find(({ id }) => id === "delays")?.rows ?? [];
    const sum = (holder: string) =>
      rows.filter((row) => row[1] === holder).reduce((all, row) => all + (row[2] as number), 0);
    const hands = { frontOffice: sum("frontOffice"), applicant: sum("applicant"), authority: sum("authority") };
    expect(hands).toEqual(naiveDelayed(tellers.get("KZ-71-01")?.events ?? []));
    expect(hands.authority).toBeGreaterThan(0);
    expect(rows.every(([authority]) => authority !== null)).toBe(true);
  });

  test("tells how many working days the delayed lay with each afterwards, as a look at every such day says", async () => {
    const found = await report(first, "office=KZ-71-01");
    const index = indexReference(await loadReference("seeds"));
    const counting = index.counting.get("KZ-5") as CountingIndex;
    const days = naiveLateDays(tellers.get("KZ-71-01")?.events ?? [], counting, Date.parse(found.asOf));
    const { columns, rows, total } = found.tables.find(({ id }) => id === "delays") as Report["tables"][number];
    const late = columns.findIndex(({ field }) => field === "daysLate");
    const sum = (holder: string) =>
      rows.filter((row) => row[1] === holder).reduce((all, row) => all + (row[late] as number), 0);
    expect(Object.fromEntries(Object.keys(days).map((holder) => [holder, sum(holder)]))).toEqual(days);
    expect(total?.[late]).toBe(Object.values(days).reduce((all, n) => all + n, 0));
    expect(total?.[late]).toBeGreaterThan(100);
  });

  test("counts operators against their targets in a region too; why somebody is below is told when it is closed", async () => {
    const table = (of: Report, id: string) => of.tables.find((each) => each.id === id)?.rows ?? [];
    const counts = table(await report(first, "region=KZ-71"), "targetCounts");
    expect(counts.find(([office]) => office === "KZ-71-01")).toEqual(["KZ-71-01", 0, 0, null, null, 3]);
    expect(counts.find(([office]) => office === "KZ-71-03")).toEqual(["KZ-71-03", null, null, null, null, null]);
    const office = await report(first, "office=KZ-71-01");
    expect(table(office, "targetsByOperator").map((row) => row[1])).toEqual([10, 10, 10]);
  });

  test("names operators only to those who may see them", async () => {
    const ids = async (cookie: string) => {
      const response = await first.ask(`/api/reports/monthly/${MONTH}.json?office=KZ-71-01`, {
        headers: { Cookie: cookie },
      });
      return ((await response.json()) as Report).tables.map(({ id }) => id);
    };
    expect(await ids(await first.signIn("manager"))).toContain("operatorWork");
    expect(await ids(coordinator)).not.toContain("operatorWork");
    expect(await ids(await first.signIn("manager"))).toContain("targetsByOperator");
    expect(await ids(coordinator)).not.toContain("targetsByOperator");
    expect(await ids(coordinator)).toContain("targetCounts");
    const elsewhere = await first.ask(`/api/reports/monthly/${MONTH}.json?office=KZ-43-04`, {
      headers: { Cookie: await first.signIn("manager") },
    });
    expect(elsewhere.status).toBe(403);
  });

  test("tells what it lacks before it is closed, and only a coordinator closes", async () => {
    const response = await first.ask(`/api/reports/monthly/${MONTH}/readiness`, { headers: { Cookie: coordinator } });
    const ready = (await response.json()) as ReportReadiness;
    expect(ready).toMatchObject({ month: MONTH, over: true, reporting: 3, holes: [], events: dated() });
    expect(ready.nothingFrom).toHaveLength(ready.expected - 3);
    const refused = await post(first, `/api/reports/monthly/${MONTH}/close`, await first.signIn("manager"));
    expect(refused.status).toBe(403);
    const early = await post(first, "/api/reports/monthly/2099-01/close", coordinator);
    expect([early.status, (await early.json()).detail]).toEqual([409, expect.stringContaining("not over yet")]);
  });
});

describe("a month that is closed", () => {
  let version: ReportVersion;
  let kept: Record<string, string>;

  test("has its first version, final, in every process; closing again is refused", async () => {
    const live = await report(first);
    const response = await post(first, `/api/reports/monthly/${MONTH}/close`, coordinator);
    version = await response.json();
    expect([response.status, version.version, version.status]).toEqual([201, 1, "final"]);
    const again = await post(second, `/api/reports/monthly/${MONTH}/close`, await second.signIn("coordinator"));
    expect(again.status).toBe(409);
    const closed = await report(second);
    expect([closed.status, closed.version]).toEqual(["final", 1]);
    expect(closed.tables.find(({ id }) => id === "volumes")).toEqual(live.tables.find(({ id }) => id === "volumes"));
    expect((await first.statistics("from=2026-09-01&to=2026-09-30")).status).toBe("final");
    expect((await first.statistics("from=2026-09-10&to=2026-10-02")).status).toBe("provisional");
    kept = { ...(await files(first, "version=1", 0)), ...(await files(first, "office=KZ-71-01&version=1", null)) };
  });

  test("does not change by a byte when events come late; the live figures do, and are called revised", async () => {
    const before = await report(first, "version=1&office=KZ-71-02");
    const teller = tellers.get("KZ-71-02") as Teller;
    const from = teller.events.length;
    const late = { operator: "KZ-71-02-01", service: "passport", reason: "came late" };
    teller.tell("2026-09-15", 12, "oss.application.rejected", late);
    teller.tell("2026-09-16", 12, "oss.application.rejected", late);
    await second.post(teller.events.slice(from));
    await received(first, total());
    expect(await report(first, "version=1&office=KZ-71-02")).toEqual(before);
    const statuses = async (query: string) => (await first.statistics(query)).status;
    expect(await statuses("from=2026-09-01&to=2026-09-30")).toBe("revised");
    expect(await statuses("from=2026-09-01&to=2026-09-14")).toBe("final");
    expect(await statuses("from=2026-09-01&to=2026-09-30&office=KZ-71-01")).toBe("final");
    const months = await first.json<ReportMonths>("/api/reports/months?year=2026&office=KZ-71-02");
    expect(months.months).toEqual([expect.objectContaining({ month: MONTH, status: "revised", lateEvents: 2 })]);
    const now = await first.json<ReportChanges>(`/api/reports/monthly/${MONTH}/changes?from=1&to=0`);
    expect(now.late).toEqual([{ office: "KZ-71-02", events: 2 }]);
    expect(now.changes).toContainEqual({
      office: "KZ-71-02",
      figure: "rejected",
      before: expect.any(Number),
      after: expect.any(Number),
    });
    expect(new Set(now.changes.map(({ office }) => office))).toEqual(new Set(["KZ-71-02"]));
    expect(new Set(now.figures.map(({ field }) => field))).toEqual(new Set(now.changes.map(({ figure }) => figure)));
    expect(now.figures.find(({ field }) => field === "rejected")?.titles).toEqual(DICTIONARY.rejected.names);
  });

  test("is revised only with a reason, and the revision lists the late events and what they changed", async () => {
    const path = `/api/reports/monthly/${MONTH}/revise`;
    expect((await post(first, path, coordinator)).status).toBe(400);
    const response = await post(first, path, coordinator, { reason: "KZ-71-02 was cut off" });
    expect([response.status, (await response.json()).version]).toEqual([201, 2]);
    const revised = await report(second, "region=KZ-71");
    expect([revised.status, revised.version, revised.notes[0]?.en]).toEqual(["revised", 2, "KZ-71-02 was cut off"]);
    const rows = (id: string) => revised.tables.find((table) => table.id === id)?.rows ?? [];
    expect(rows("lateEvents")).toEqual([["KZ-71-02", 2]]);
    const change = rows("changes").find(([office, figure]) => office === "KZ-71-02" && figure === "rejected");
    expect((change?.[3] as number) - (change?.[2] as number)).toBe(2);
    const elsewhere = await report(first, "office=KZ-43-04");
    expect(elsewhere.tables.find(({ id }) => id === "changes")?.rows).toEqual([]);
    expect(await differencesFromStatistics(revised, first.statistics)).toEqual([]);
  });

  test("gives the old version for ever, the same bytes from every process and after a restart", async () => {
    await first.stop();
    first = await startWholeCentre(redis.url);
    for (const [shift, centre] of [first, second].entries()) {
      expect(kept).toMatchObject(await files(centre, "version=1", 0));
      expect(kept).toMatchObject(await files(centre, "office=KZ-71-01&version=1", shift));
    }
    const { months } = await first.json<ReportMonths>("/api/reports/months?year=2026");
    const month = months.find((each) => each.month === MONTH);
    expect(month?.versions.map((each) => [each.version, each.status, each.reason])).toEqual([
      [2, "revised", "KZ-71-02 was cut off"],
      [1, "final", null],
    ]);
    expect(month?.versions[1]?.checksum).toBe(version.checksum);
    expect((await first.ask(`/api/reports/monthly/${MONTH}.json?version=3`)).status).toBe(404);
  });
});
