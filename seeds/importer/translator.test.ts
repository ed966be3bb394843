import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { eventsOf } from "./testing/eventsOf.ts";

const receipt = JSON.parse(readFileSync("seeds/mappings/receipt/mapping.json", "utf8")) as object;

const CSV = `case:concept:name,case:department,case:responsible,case:startdate,case:deadline,case:enddate,concept:name,time:timestamp
case-1,General,Resource21,2011-10-11 13:42:22.688000+02:00,2011-12-06 13:41:31.788000+01:00,,Confirmation of receipt,2011-10-11 13:45:40.276000+02:00
case-1,General,Resource21,2011-10-11 13:42:22.688000+02:00,2011-12-06 13:41:31.788000+01:00,,T10 Determine necessity to stop indication,2011-10-12 08:26:25.398000+02:00
case-2,Experts,admin 1,2011-03-26 00:00:00+01:00,2011-05-21 00:00:00+02:00,2011-05-20 10:00:00+02:00,Confirmation of receipt,2011-03-28 09:00:00+02:00
case-3,Customer contact,EMPTY,2011-03-26 00:00:00+01:00,2011-05-21 00:00:00+02:00,,Confirmation of receipt,2011-03-28 09:00:00+02:00
case-4,Archive,Resource01,2011-03-26 00:00:00+01:00,2011-05-21 00:00:00+02:00,,Confirmation of receipt,2011-03-28 09:00:00+02:00
case-5,General,Resource01,26 March,2011-05-21 00:00:00+02:00,,Confirmation of receipt,2011-03-28 09:00:00+02:00
`;

const attributes = (columns: readonly string[], fields: readonly string[], prefix: string) =>
  columns
    .map((column, at) => [column, fields[at] ?? ""] as const)
    .filter(([column, value]) => column.startsWith("case:") === (prefix !== "") && value !== "")
    .map(([column, value]) => {
      const kind = /date|deadline|timestamp/.test(column) ? "date" : "string";
      return `<${kind} key="${column.slice(prefix.length)}" value="${value.replace(/^(\d{4}-\d{2}-\d{2}) /, "$1T")}"/>`;
    })
    .join("\n");

function asXes(csv: string): string {
  const [header = "", ...lines] = csv.trimEnd().split("\n");
  const columns = header.split(",");
  const traces = new Map<string, string[][]>();
  for (const line of lines) {
    const fields = line.split(",");
    traces.set(fields[0] as string, [...(traces.get(fields[0] as string) ?? []), fields]);
  }
  const bodies = [...traces.values()].map((events) => {
    const told = events.map((fields) => `<event>${attributes(columns, fields, "")}</event>`).join("\n");
    return `<trace>${attributes(columns, events[0] ?? [], "case:")}\n${told}</trace>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0">\n${bodies.join("\n")}\n</log>\n`;
}

test("a case tells its own events once, a row its own each time", async () => {
  const { events, sheet } = await eventsOf("few.csv", CSV, receipt);
  expect(events.map(({ type, time, source }) => [type, time, source.split("/")[2]])).toEqual([
    ["oss.application.accepted", "2011-10-11T13:42:22.688+02:00", "NL-GEN"],
    ["oss.application.sent", "2011-10-12T08:26:25.398+02:00", "NL-GEN"],
    ["oss.application.accepted", "2011-03-26T00:00:00.000+01:00", "NL-EXP"],
    ["oss.application.ready", "2011-05-20T10:00:00.000+02:00", "NL-EXP"],
  ]);
  expect(events[0]?.data).toEqual({
    application: "case-1",
    operator: "Resource21",
    service: "environmental-permit",
    authority: "municipality",
    due: "2011-12-06T13:41:31.788+01:00",
  });
  expect(events[2]?.data).toMatchObject({ operator: expect.stringMatching(/^admin-1-[0-9a-f]{12}$/) });
  expect([sheet.rows, sheet.cases]).toEqual([6, 4]);
});

test("what is not taken is named by line, column and remedy", async () => {
  const { refused } = await eventsOf("few.csv", CSV, receipt);
  expect(refused).toEqual([
    {
      line: 5,
      column: "case:responsible",
      type: "oss.application.accepted",
      reason: expect.stringContaining('is empty, and oss.application.accepted needs it as "operator"; fill it in'),
    },
    { line: 6, column: "case:department", type: null, reason: expect.stringContaining('add it to "values"') },
    {
      line: 7,
      column: "case:startdate",
      type: "oss.application.accepted",
      reason: expect.stringContaining('is no date and time of the form "iso"'),
    },
  ]);
});

test("the same cases as XES make the same events", async () => {
  const fromCsv = await eventsOf("few.csv", CSV, receipt);
  const fromXes = await eventsOf("few.xes", asXes(CSV), receipt);
  const facts = (made: typeof fromCsv) =>
    made.events.map(({ type, time, sequence, data, source }) => [type, time, sequence, data, source.split("/")[2]]);
  expect(facts(fromXes)).toEqual(facts(fromCsv));
  expect(fromXes.refused.map(({ column, reason }) => [column, reason])).toEqual(
    fromCsv.refused.map(({ column, reason }) => [column, reason]),
  );
});

test("the numbers of each office begin at 1 and have no holes, whatever is refused", async () => {
  const { events } = await eventsOf("few.csv", CSV, receipt);
  expect(events.map(({ source, sequence }) => [source.split("/")[2], sequence])).toEqual([
    ["NL-GEN", 1],
    ["NL-GEN", 2],
    ["NL-EXP", 1],
    ["NL-EXP", 2],
  ]);
});

test("identities hang on the content of file and mapping alone", async () => {
  const sourcesOf = async (name: string, content: string, mapping: object) =>
    new Set((await eventsOf(name, content, mapping)).events.map(({ source, sequence }) => `${source} ${sequence}`));
  const first = await sourcesOf("few.csv", CSV, receipt);
  const described = JSON.parse(JSON.stringify({ ...receipt, about: "Other words" })) as object;
  expect(await sourcesOf("renamed.csv", CSV, described)).toEqual(first);
  const changed = await sourcesOf("few.csv", CSV.replace("case-1", "case-9"), receipt);
  expect([...changed].filter((each) => first.has(each))).toEqual([]);
});

test("of a file that grows at its end, numbered as such, only what is new has new identities", async () => {
  const growing = { ...receipt, numbering: "append" };
  const before = (await eventsOf("few.csv", CSV, growing)).events;
  const more = CSV.concat(CSV.split("\n")[1]?.replace("case-1", "case-6") ?? "", "\n");
  const after = (await eventsOf("few.csv", more, growing)).events;
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.slice(before.length)).toMatchObject([{ sequence: 3, data: { application: "case-6" } }]);
});

test("a deadline told as a date ends with it, on the office's own clock", async () => {
  const mapping = {
    name: "dates",
    times: { formats: ["dd.MM.yyyy"], zone: "Asia/Almaty", zones: { "KZ-15-01": "Asia/Aqtobe" } },
    office: "office",
    events: [
      {
        type: "oss.application.accepted",
        each: "row",
        time: "accepted",
        data: { application: "id", operator: "who", service: { value: "s" }, authority: { value: "a" }, due: "due" },
      },
    ],
  };
  const csv = "office,id,who,accepted,due\nKZ-71-01,1,a,01.02.2024,28.02.2024\nKZ-15-01,1,a,01.02.2024,28.02.2024\n";
  const { events } = await eventsOf("dates.csv", csv, mapping);
  const dues = events.map(({ data }) => new Date((data as { due: string }).due).toISOString());
  expect(dues).toEqual(["2024-02-28T18:00:00.000Z", "2024-02-28T19:00:00.000Z"]);
});

test("text in another encoding is read by its name, and refused when it is none", async () => {
  const mapping = {
    name: "old",
    encoding: "windows-1251",
    times: { zone: "Asia/Almaty" },
    office: { value: "KZ-71-01" },
    events: [{ type: "oss.feedback.complained", each: "row", time: "когда", data: { theme: "тема" } }],
  };
  const letters = (text: string) =>
    Uint8Array.from([...text], (letter) => {
      const code = letter.codePointAt(0) as number;
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    });
  const bytes = letters("когда;тема\r\n2008-02-07 10:00;очередь\r\n");
  const { events } = await eventsOf("old.csv", bytes, { ...mapping, delimiter: ";" });
  expect(events.map(({ data }) => data)).toEqual([{ theme: "очередь" }]);
  await expect(eventsOf("old.csv", bytes, { ...mapping, encoding: "utf-8" })).rejects.toThrow(
    /old\.csv: is not text in utf-8 near byte 0; name its encoding in the mapping/,
  );
});
