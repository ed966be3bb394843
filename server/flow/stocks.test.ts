import { beforeAll, describe, expect, it } from "vitest";
import type { Explanation } from "../../shared/alerts.ts";
import type { Office } from "../../shared/reference.ts";
import { indexReference, type ReferenceIndex } from "../../shared/referenceIndex.ts";
import { newApplication } from "../core/application.ts";
import { packOpen } from "../core/openApplication.ts";
import { loadReference } from "../reference.ts";
import { dueList, type ListQuery } from "./dueList.ts";
import type { StockGround } from "./stocks.ts";
import { Stocks } from "./stocks.ts";

const NOW = Date.parse("2026-11-20T12:00:00+05:00");
let index: ReferenceIndex;
let office: Office;
beforeAll(async () => {
  index = indexReference(await loadReference("seeds"));
  office = index.offices.get("KZ-71-01") as Office;
});

function packed(authority: string, due: string | null, sent: string | null): string {
  const application = newApplication("x");
  application.acceptance = {
    operator: "o",
    service: "passport",
    authority,
    matter: `passport|${authority}`,
    variant: "",
    ticket: "",
    corrects: "",
    given: null,
  };
  application.accepted = { time: Date.parse("2026-11-16T10:00:00+05:00"), sequence: 0 };
  application.due = due === null ? Number.POSITIVE_INFINITY : Date.parse(`${due}+05:00`);
  if (sent !== null) application.sent = { time: Date.parse(`${sent}+05:00`), sequence: 0 };
  return packOpen(application) ?? expect.fail("it is open");
}

function ground(): StockGround & { asked: number } {
  const entries: readonly (readonly [string, string])[] = [
    ["A-1", packed("justice", "2026-11-19T00:00:00", "2026-11-17T12:00:00")],
    ["A-2", packed("justice", "2026-11-21T00:00:00", null)],
    ["A-3", packed("land", "2026-11-25T00:00:00", "2026-11-17T12:00:00")],
    ["A-4", packed("land", null, null)],
  ];
  const of = {
    asked: 0,
    index,
    clock: { now: () => NOW },
    explanations: async () => [],
    heard: () => ({ lastEvent: NOW, lastArrival: NOW, missing: 1, reporting: true }),
    open: {
      async values(id: string) {
        of.asked += 1;
        return id === "KZ-71-01" ? entries.map(([, text]) => text) : [];
      },
      entries: async (id: string) => (id === "KZ-71-01" ? entries : []),
    },
  };
  return of;
}

const all: ListQuery = {
  region: null,
  office: "KZ-71-01",
  authority: null,
  stage: null,
  buckets: [],
  limit: 100,
  after: null,
};

describe("the stock", () => {
  it("of an office, its region and the country is the same when nothing lies elsewhere", async () => {
    const stocks = new Stocks(ground());
    const ofOffice = await stocks.of({ region: null, office: "KZ-71-01" });
    expect(ofOffice.running).toEqual({ n: 4, overdue: 1, today: 1, soon: 1, ageP50: 4, ageOldest: 4 });
    expect(ofOffice.authorities.map(({ authority, running }) => [authority, running.n])).toEqual([
      ["justice", 2],
      ["land", 2],
    ]);
    expect(ofOffice.ledger.delayed).toEqual({ frontOffice: 0, authority: 2, applicant: 0 });
    for (const scope of [
      { region: office.region, office: null },
      { region: null, office: null },
    ]) {
      const { running, ledger, stages } = await stocks.of(scope);
      expect({ running, ledger, stages }).toEqual({
        running: ofOffice.running,
        ledger: ofOffice.ledger,
        stages: ofOffice.stages,
      });
    }
  });

  it("takes the days of an outage from who had the application, and from nobody's sum", async () => {
    const cut: Explanation = {
      ...{ id: "e", region: office.region, office: null, kind: null, alert: null, by: { role: "manager" }, at: NOW },
      ...{ cause: "line-cut", words: "", action: "", withdrawn: null, earlier: [] },
      ...{ from: Date.parse("2026-11-19T00:00+05:00"), until: Date.parse("2026-11-20T00:00+05:00") },
    };
    const late = packed("justice", "2026-11-18T00:00:00", null);
    const open = { values: async (id: string) => (id === office.id ? [late] : []), entries: async () => [] };
    const of = { ...ground(), open, explanations: async () => [cut] };
    for (const scope of [
      { region: null, office: office.id },
      { region: null, office: null },
    ]) {
      const { ledger } = await new Stocks(of).of(scope);
      expect(ledger.delayed).toEqual({ frontOffice: 3, authority: 0, applicant: 0 });
      expect(ledger.outage).toEqual({ frontOffice: 1, applicant: 0 });
    }
  });

  it("counts an office once, however often it is asked for within two seconds", async () => {
    const of = ground();
    const stocks = new Stocks(of);
    await Promise.all(Array.from({ length: 5 }, () => stocks.of({ region: null, office: "KZ-71-01" })));
    expect(of.asked).toBe(1);
  });

  it("says how much of the truth it rests on", async () => {
    const { coverage } = await new Stocks(ground()).of({ region: null, office: "KZ-71-01" });
    expect(coverage).toMatchObject({ expected: 1, reporting: 1, silent: [], missingEvents: 1 });
  });
});

describe("the list", () => {
  it("has the nearest deadline first and those without one last, page by page", async () => {
    const first = await dueList(ground(), { ...all, limit: 3 });
    expect(first.items.map(({ application }) => application)).toEqual(["A-1", "A-2", "A-3"]);
    expect(first.total).toBe(4);
    const second = await dueList(ground(), { ...all, limit: 3, after: first.next });
    expect(second.items.map(({ application }) => application)).toEqual(["A-4"]);
    expect(second.next).toBeNull();
  });

  it("is limited by authority, stage and urgency", async () => {
    const numbers = async (query: Partial<ListQuery>) =>
      (await dueList(ground(), { ...all, ...query })).items.map(({ application }) => application);
    expect(await numbers({ authority: "land" })).toEqual(["A-3", "A-4"]);
    expect(await numbers({ stage: "accepted" })).toEqual(["A-2", "A-4"]);
    expect(await numbers({ buckets: ["overdue", "soon"] })).toEqual(["A-1", "A-3"]);
  });

  it("tells the age, how late it is, and whose the days were", async () => {
    const [item] = (await dueList(ground(), all)).items;
    expect(item).toMatchObject({ age: 4, late: 2, bucket: "overdue", stage: "sent" });
    expect(item?.used).toEqual({ frontOffice: 1, authority: 3, applicant: 0 });
  });
});
