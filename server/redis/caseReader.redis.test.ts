import { afterAll, beforeAll, expect, test } from "vitest";
import type { Office } from "../../shared/reference.ts";
import { indexReference, type ReferenceIndex } from "../../shared/referenceIndex.ts";
import { localDay } from "../../shared/time.ts";
import { newApplication } from "../core/application.ts";
import { packApplication, packTicket } from "../core/packing.ts";
import { newTicket } from "../core/ticket.ts";
import { applicationColumns } from "../export/cases/applicationRow.ts";
import { caseCsv } from "../export/cases/caseFile.ts";
import { ticketColumns } from "../export/cases/ticketRow.ts";
import { wholeFile } from "../export/fileFormat.ts";
import { countedAt } from "../flow/openPlaces.ts";
import { loadReference } from "../reference.ts";
import { parseCsv } from "../testing/parseCsv.ts";
import { startTestRedis, type TestRedis } from "../testing/redis.ts";
import { caseReader } from "./caseReader.ts";
import { type Connection, command, connect, RedisNodes } from "./connection.ts";
import { applicationsKey, partitionOf, ticketsKey } from "./keys.ts";
import { scanHash } from "./scanHash.ts";
import { ticketReader } from "./ticketReader.ts";

const PARTITIONS = 16;
const MINUTE = 60_000;
const NINE = Date.parse("2026-11-20T09:00:00+05:00");

let redis: TestRedis;
let nodes: RedisNodes;
let connection: Connection;
let offices: readonly Office[];
let index: ReferenceIndex;
beforeAll(async () => {
  redis = await startTestRedis();
  nodes = new RedisNodes([redis.url]);
  connection = await connect(redis.url, "test");
  const reference = await loadReference("seeds");
  index = indexReference(reference);
  offices = reference.offices.slice(0, 2);
});
afterAll(async () => {
  connection?.destroy();
  await nodes?.close();
  await redis?.stop();
});

/** An application accepted at a moment, sent after an hour and ready after two days. */
function application(id: string, accepted: number) {
  const of = newApplication(id);
  of.accepted = { time: accepted, sequence: 1 };
  of.sent = { time: accepted + 60 * MINUTE, sequence: 2 };
  of.ready = { time: accepted + 2 * 1_440 * MINUTE, sequence: 3 };
  of.due = accepted + 1_440 * MINUTE;
  of.acceptance = {
    operator: "7",
    service: "identity-card",
    authority: "justice",
    matter: "identity-card|justice",
    variant: "normal",
    ticket: "",
    corrects: "",
    given: null,
  };
  return of;
}

test("every field of a hash is told once, however it is cut into portions", async () => {
  const fields = Array.from({ length: 2_500 }, (_, at) => [`field-${at}`, `${at}`]);
  await command(connection, ["HSET", "many", ...fields.flat()]);
  const told: string[] = [];
  for await (const portion of scanHash(connection, "many", 100)) told.push(...portion.map(([field]) => field));
  expect(told.sort()).toEqual(fields.map(([field]) => field as string).sort());
});

test("applications of a period and of offices leave as one record a case, with their legs in seconds and days", async () => {
  const [first, second] = offices as [Office, Office];
  for (const { id } of [first, second]) {
    const key = applicationsKey(partitionOf(id, PARTITIONS), id);
    for (let at = 0; at < 300; at += 1)
      await command(connection, [
        "HSET",
        key,
        `A-${at}`,
        packApplication(application(`A-${at}`, NINE - at * 1_440 * MINUTE)),
      ]);
  }
  const period = { from: localDay(NINE, first.zone) - 9, to: localDay(NINE, first.zone) };
  const portions = caseReader({ nodes, partitions: PARTITIONS })([first, second], period);
  const now = NINE + 30 * 1_440 * MINUTE;
  const columns = applicationColumns(now, (office) => countedAt(index, office, now), false);
  const file = { portions, columns, names: {}, language: "en" as const, keptSince: null, kept: 90 };
  const text = (await wholeFile(caseCsv(file))).toString();
  const [head = [], ...records] = parseCsv(text.slice(1));
  const cell = (record: readonly string[], field: string) => record[head.indexOf(field)];
  expect(records).toHaveLength(20);
  expect(new Set(records.map((record) => `${cell(record, "office")}|${cell(record, "application")}`)).size).toBe(20);
  expect(head).not.toContain("operator");
  const today = records.find((record) => cell(record, "application") === "A-0") as string[];
  expect(cell(today, "accepted")).toBe("2026-11-20T09:00:00+05:00");
  expect(cell(today, "status")).toBe("ready");
  expect(cell(today, "delayed")).toBe("yes");
  expect(cell(today, "late.seconds")).toBe("86400");
  expect(cell(today, "acceptedToSent.seconds")).toBe("3600");
  expect(cell(today, "leadTime.days")).toBe("2");
  expect(cell(today, "issued")).toBe("");
  const used = ["frontOffice", "authority", "applicant"].map((holder) => cell(today, `workingDays.${holder}`));
  expect(used).toEqual(["0", "0", "0"]);
  const early = records.find((record) => cell(record, "application") === "A-2") as string[];
  expect(cell(early, "workingDays.authority")).toBe("2");
});

test("a ticket's waiting and service are those of the figures, and the file says what is no longer kept", async () => {
  const [first] = offices as [Office];
  const ticket = newTicket("2026-11-20/A-001");
  ticket.issued = { time: NINE, sequence: 1 };
  ticket.queue = "services";
  ticket.calls = [{ time: NINE + 4 * MINUTE, sequence: 2, operator: "7", desk: "3" }];
  ticket.toggles = [
    { time: NINE + 5 * MINUTE, sequence: 3, reason: "payment" },
    { time: NINE + 7 * MINUTE, sequence: 4, reason: "" },
  ];
  ticket.closed = { time: NINE + 10 * MINUTE, sequence: 5 };
  ticket.closedBy = "7";
  ticket.outcome = "served";
  const key = ticketsKey(partitionOf(first.id, PARTITIONS), first.id);
  await command(connection, ["HSET", key, ticket.id, packTicket(ticket)]);
  const today = localDay(NINE, first.zone);
  const portions = ticketReader({ nodes, partitions: PARTITIONS })([first], { from: today - 99, to: today });
  const file = {
    portions,
    columns: ticketColumns(true),
    names: {},
    language: "en" as const,
    keptSince: today - 35,
    kept: 35,
  };
  const [head = [], record = []] = parseCsv((await wholeFile(caseCsv(file))).toString().slice(1));
  const cell = (field: string) => record[head.indexOf(field)];
  expect([cell("operator"), cell("desk"), cell("outcome")]).toEqual(["7", "3", "served"]);
  expect([cell("waiting.seconds"), cell("service.seconds"), cell("payment.seconds")]).toEqual(["240", "240", "120"]);
  expect(cell("note")).toBe(
    "Records are kept 35 days after the last news of them: before 2026-10-16 not all are here.",
  );
});
