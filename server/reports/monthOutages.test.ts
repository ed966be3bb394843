import { expect, it } from "vitest";
import type { Explanation } from "../../shared/alerts.ts";
import type { Office } from "../../shared/reference.ts";
import { indexReference } from "../../shared/referenceIndex.ts";
import type { Holder } from "../../shared/stock.ts";
import { type Day, localDay, parseDay } from "../../shared/time.ts";
import { lateKey } from "../core/cause.ts";
import { delayTable } from "../core/reportCauses.ts";
import type { MonthFacts } from "../core/reportFacts.ts";
import { monthWith } from "../core/reportMonth.ts";
import { AT, emptyRow, packRow } from "../core/row.ts";
import { loadReference } from "../reference.ts";
import { MonthSnapshot, type StoredRow } from "./monthSnapshot.ts";

const index = indexReference(await loadReference("seeds"));
const office = index.offices.get("KZ-71-01") as Office;
const day = (text: string): Day => parseDay(text) as Day;
const NOW = Date.parse("2026-11-20T12:00+05:00");

/** So many applications that lay with somebody from the end of one date to another, or still do. */
function lay(cases: number, holder: Holder, from: string, to: string | null): StoredRow {
  const row = emptyRow();
  row.counts[AT.delayed] = cases;
  const key = lateKey(holder, "passport|justice", day(from), to === null ? null : day(to));
  return [localDay(NOW, office.zone), key, packRow(row)];
}

function facts(explanations: readonly Explanation[]): MonthFacts {
  const rows = { office: [], operator: [], matter: [] };
  const cause = [
    lay(2, "frontOffice", "2026-11-13", "2026-11-18"),
    lay(1, "frontOffice", "2026-11-17", null),
    lay(1, "authority", "2026-11-13", null),
  ];
  const stored = { office, rows: { ...rows, cause }, lastEvent: NOW, lastArrival: NOW };
  const month = monthWith(day("2026-11-01"));
  const snapshot = new MonthSnapshot(month, NOW, [{ ...stored, missing: 0, received: 0, promised: 0 }], index);
  const lateDays = snapshot.lateDays(new Set([office.id]), explanations);
  return { index, causes: [], lateDays, period: { row: { delayed: 0 } } } as unknown as MonthFacts;
}

it("[O7] a month's ledger tells how many days an outage took, of an authority nothing, and no sum changes", () => {
  const cut: Explanation = {
    ...{ id: "e", region: office.region, office: office.id, kind: null, alert: null, by: { role: "manager" }, at: NOW },
    ...{ cause: "system-fault", words: "", action: "", withdrawn: null, earlier: [] },
    ...{ from: Date.parse("2026-11-17T10:00+05:00"), until: Date.parse("2026-11-18T18:00+05:00") },
  };
  const table = delayTable(facts([cut]));
  expect(table.columns.map(({ field }) => field)).toEqual(["authority", "holder", "cases", "daysLate", "daysInOutage"]);
  expect(table.rows).toEqual([
    ["justice", "authority", 0, 5, null],
    ["justice", "frontOffice", 0, 9, 5],
  ]);
  expect(table.total?.slice(3)).toEqual([14, 5]);
  expect(delayTable(facts([])).rows).toEqual([
    ["justice", "authority", 0, 5, null],
    ["justice", "frontOffice", 0, 9, 0],
  ]);
});
