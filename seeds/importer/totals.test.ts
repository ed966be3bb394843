import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { runCommand } from "./testing/command.ts";
import { withFile } from "./testing/eventsOf.ts";
import { readTotals } from "./totals.ts";
import { findTotalsMapping, type TotalsMapping } from "./totalsMapping.ts";

const SAMPLE = "seeds/mappings/old-monthly/sample.csv";
const shipped = async () => (await findTotalsMapping("old-monthly")) as TotalsMapping;
const HEAD = "Отдел;Месяц;Принято;Отказано в приёме;Выдано;Срок наступил;С нарушением срока;Талонов;Жалоб\n";

test("the sample is read by the mapping that comes with it; what is not known is left out, and is not 0", async () => {
  const { months, refused } = await readTotals(SAMPLE, await shipped());
  expect(refused).toEqual([]);
  expect(months).toHaveLength(5);
  expect(months[0]).toEqual({
    office: "KZ-71-01",
    month: "2024-11",
    figures: {
      accepted: 9812,
      rejected: 402,
      issued: 9120,
      due: 8977,
      delayed: 31,
      ticketsIssued: 14206,
      complaints: 4,
    },
  });
  expect(months[2]?.figures).not.toHaveProperty("complaints");
  expect(months[4]).toMatchObject({ office: "KZ-71-03", month: "2024-12" });
});

test.each([
  ["KZ-71-01;13.2024;1;1;1;1;1;1;1", "is no month"],
  ["Отдел без имени;01.2024;1;1;1;1;1;1;1", "place.values"],
  ["KZ-71-01;01.2024;12,5;1;1;1;1;1;1", "is no whole number"],
  ["KZ-71-01;01.2024;1;1;1;1;1;1;1\nKZ-71-01;2024-01;2;1;1;1;1;1;1", "has 2024-01 twice"],
])("the line %j is refused with its reason, and the others are taken", async (line, reason) => {
  const good = "KZ-71-02;02.2024;1;1;1;1;1;1;1";
  const { months, refused } = await withFile("t.csv", `${HEAD}${line}\n${good}\n`, async (file) =>
    readTotals(file, await shipped()),
  );
  expect(refused.map((each) => each.reason).join()).toContain(reason);
  expect(months.at(-1)?.office).toBe("KZ-71-02");
});

test("monthly totals are posted to the centre with their source", async () => {
  const posted: { source: string; rows: unknown[] }[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (part) => {
      text += part;
    });
    request.on("end", () => {
      posted.push(JSON.parse(text));
      response.setHeader("content-type", "application/json").end('{"kept":5}');
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const said = await runCommand([SAMPLE, "--map", "old-monthly", "--url", url], { INGEST_TOKEN: "t" });
  await new Promise((done) => server.close(done));
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(said.out).toContain("5 months of 3 offices, 2024-11 to 2024-12 were taken over");
  expect(posted[0]?.source).toBe("old-monthly");
  expect(posted[0]?.rows).toHaveLength(5);
});
