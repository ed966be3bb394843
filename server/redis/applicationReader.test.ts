import { expect, test } from "vitest";
import { indexReference } from "../../shared/referenceIndex.ts";
import { localDay } from "../../shared/time.ts";
import { newApplication } from "../core/application.ts";
import { countedAt } from "../flow/openPlaces.ts";
import { loadReference } from "../reference.ts";
import { describeApplication } from "./applicationReader.ts";

const NOON = Date.parse("2026-11-23T12:00:00Z");

test("an application tells why it was sent back and why it was declined, and by whose fault", async () => {
  const index = indexReference(await loadReference("seeds"));
  const office = [...index.offices.values()][0];
  if (office === undefined) throw new Error("the reference data have no office");
  const told = newApplication("A-1");
  told.returns = [{ time: NOON - 2000, sequence: 3, reason: "page-missing", fault: "operator" }];
  told.declined = { time: NOON - 1000, sequence: 4 };
  told.declinedFor = "no-legal-ground";
  const { steps } = describeApplication(office.id, told, countedAt(index, office, NOON), []);
  expect(steps).toEqual([
    { type: "oss.application.returned", time: "2026-11-23T11:59:58.000Z", reason: "page-missing", fault: "operator" },
    { type: "oss.application.declined", time: "2026-11-23T11:59:59.000Z", reason: "no-legal-ground" },
  ]);
});

test("[O7] of its days after the deadline an application tells those of an outage, by who had it", async () => {
  const index = indexReference(await loadReference("seeds"));
  const office = index.offices.get("KZ-75-01") ?? expect.fail("the reference data have no such office");
  const of = newApplication("A-1");
  const at = (text: string) => Date.parse(`${text}+05:00`);
  of.accepted = { time: at("2026-11-02T10:00:00"), sequence: 1 };
  of.acceptance = {
    ...{ operator: "o", service: "passport", authority: "justice", matter: "passport|justice" },
    ...{ variant: "", ticket: "", corrects: "", given: at("2026-11-11T00:00:00") },
  };
  of.due = at("2026-11-11T00:00:00");
  of.duePassed = true;
  const outages = ["2026-11-09", "2026-11-12", "2026-11-13"].map((text) =>
    localDay(at(`${text}T12:00:00`), office.zone),
  );
  const counted = countedAt(index, office, at("2026-11-13T15:00:00"));
  expect(describeApplication(office.id, of, counted, outages)).toMatchObject({
    late: { frontOffice: 3, authority: 0, applicant: 0 },
    outage: { frontOffice: 2, applicant: 0 },
  });
  of.acceptance = null;
  expect(describeApplication(office.id, of, counted, outages).outage).toBeNull();
});
