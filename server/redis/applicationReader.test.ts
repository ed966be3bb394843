import { expect, test } from "vitest";
import { indexReference } from "../../shared/referenceIndex.ts";
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
  const { steps } = describeApplication(office.id, told, countedAt(index, office, NOON));
  expect(steps).toEqual([
    { type: "oss.application.returned", time: "2026-11-23T11:59:58.000Z", reason: "page-missing", fault: "operator" },
    { type: "oss.application.declined", time: "2026-11-23T11:59:59.000Z", reason: "no-legal-ground" },
  ]);
});
