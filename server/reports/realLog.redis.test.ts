import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "../../seeds/importer/testing/command.ts";
import { expectedOf, hasReceipt, RECEIPT, readCases } from "../../seeds/importer/testing/receiptLog.ts";
import type { Report } from "../../shared/report.ts";
import type { ReportMonths, ReportVersion } from "../../shared/reportMonths.ts";
import { differencesFromStatistics } from "../testing/equalToStatistics.ts";
import { startTestRedis, type TestRedis } from "../testing/redis.ts";
import { until } from "../testing/until.ts";
import { startWholeCentre, WHOLE_INGEST_TOKEN, type WholeCentre } from "../testing/wholeCentre.ts";

const EVENTS = 4_046;

if (!hasReceipt) console.warn(`The real log is not at ${RECEIPT}: set REAL_LOGS to its folder to replay it.`);

describe.skipIf(!hasReceipt)("reports of the real log of applications", () => {
  let redis: TestRedis;
  let centre: WholeCentre;
  const wanted = hasReceipt ? expectedOf(readCases(), (_, month) => month) : new Map();

  beforeAll(async () => {
    redis = await startTestRedis();
    centre = await startWholeCentre(redis.url, { REFERENCE: "seeds/mappings/receipt/reference" });
    await runCommand([RECEIPT, "--map", "receipt", "--url", centre.url], { INGEST_TOKEN: WHOLE_INGEST_TOKEN });
    const report = () => centre.json<Report>("/api/reports/monthly/2011-01.json");
    await until(async () => (await report()).events?.received === EVENTS);
  });
  afterAll(async () => {
    await centre?.stop();
    await redis?.stop();
  });

  test("each of its months is listed and tells as many accepted, due and delayed as the file", async () => {
    const listed = new Set<string>();
    for (const year of [2010, 2011, 2012, 2013])
      for (const { month } of (await centre.json<ReportMonths>(`/api/reports/months?year=${year}`)).months)
        listed.add(month);
    let months = 0;
    for (const [month, { accepted, due, delayed, ready }] of wanted) {
      const report = await centre.json<Report>(`/api/reports/monthly/${month}.json`);
      const volumes = new Map(report.tables.find(({ id }) => id === "volumes")?.rows.map((row) => [row[0], row[1]]));
      expect([month, ...["accepted", "due", "delayed", "ready"].map((id) => volumes.get(id))]).toEqual([
        month,
        accepted,
        due,
        delayed,
        ready,
      ]);
      const delays = report.tables.find(({ id }) => id === "delays")?.rows ?? [];
      expect(delays.reduce((sum, row) => sum + (row[2] as number), 0)).toBe(delayed);
      expect(await differencesFromStatistics(report, centre.statistics)).toEqual([]);
      if (accepted > 0) months += 1;
      expect([...listed]).toContain(month);
    }
    expect(months).toBeGreaterThanOrEqual(16);
  });

  test("a month of it closes, and its closed figures stay those of the file", async () => {
    const response = await centre.ask("/api/reports/monthly/2011-03/close", {
      method: "POST",
      headers: { "Content-Type": "application/json", Cookie: await centre.signIn("coordinator") },
      body: "{}",
    });
    expect(((await response.json()) as ReportVersion).status).toBe("final");
    const report = await centre.json<Report>("/api/reports/monthly/2011-03.json");
    const volumes = new Map(report.tables.find(({ id }) => id === "volumes")?.rows.map((row) => [row[0], row[1]]));
    expect([volumes.get("delayed"), volumes.get("accepted")]).toEqual([
      wanted.get("2011-03")?.delayed,
      wanted.get("2011-03")?.accepted,
    ]);
  });
});
