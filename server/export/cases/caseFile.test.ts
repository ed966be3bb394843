import { expect, test } from "vitest";
import type { Office } from "../../../shared/reference.ts";
import { newApplication } from "../../core/application.ts";
import { parseCsv } from "../../testing/parseCsv.ts";
import { wholeFile } from "../fileFormat.ts";
import { applicationColumns } from "./applicationRow.ts";
import { caseCsv } from "./caseFile.ts";

const office = { id: "KZ-71-01", zone: "Asia/Almaty" } as Office;

async function* portions() {
  const [known, own] = [newApplication("A-1"), newApplication("A-2")];
  known.returns = [{ time: 1_000, sequence: 1, reason: "fee-not-paid", fault: "applicant" }];
  own.declinedFor = "=own words";
  yield { office, cases: [known, own] };
}

test("a reason stands in words beside its id, and one that nobody named stands alone", async () => {
  const columns = applicationColumns(2_000, () => ({ now: 0 }) as never, false);
  const file = { columns, names: {}, language: "ru" as const, keptSince: null, kept: 90 };
  const text = (await wholeFile(caseCsv({ ...file, portions: portions() }))).toString();
  const [head = [], ...records] = parseCsv(text.slice(1));
  const column = (field: string) => records.map((record) => record[head.indexOf(field)]);
  expect(column("lastReturnReason")).toEqual(["fee-not-paid", ""]);
  expect(column("lastReturnReason.name")).toEqual(["не оплачена пошлина", ""]);
  expect(column("lastReturnFault.name")[0]).toBe("ошибка заявителя");
  expect([column("declinedFor")[1], column("declinedFor.name")[1]]).toEqual(["'=own words", ""]);
});
