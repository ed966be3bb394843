import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "./testing/command.ts";
import { withFile } from "./testing/eventsOf.ts";
import { type Pipeline, startPipeline } from "./testing/pipeline.ts";

let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = await startPipeline("seeds");
});
afterAll(() => pipeline.stop());

/** A queue's export as a spreadsheet writes it: with a byte order mark, CRLF, a comment of two lines. */
const TICKETS = [
  "\uFEFFoffice;queue;ticket;issued;called;closed;left;operator;desk;outcome;comment",
  "KZ-71-01;services;A-001;09.03.2026 09:00:00;09.03.2026 09:10:00;09.03.2026 09:25:00;;KZ-71-01-07;7;served;",
  'KZ-71-01;services;A-002;09.03.2026 09:01:00;09.03.2026 09:31:00;09.03.2026 09:36:00;;KZ-71-01-07;7;served;"two\r\nlines; ""quoted"""',
  "KZ-71-01;priority;A-003;09.03.2026 09:02:00;09.03.2026 09:37:00;09.03.2026 09:39:00;;KZ-71-01-08;8;no-show;",
  "KZ-71-01;banking;A-004;09.03.2026 09:03:00;;;09.03.2026 09:50:00;;;;",
  "KZ-71-01;services;A-001;10.03.2026 09:00:00;10.03.2026 09:05:00;;;KZ-71-01-07;7;;",
  "KZ-71-01;services;A-005;31.02.2026 09:00:00;;;;;;;",
  "KZ-99-99;services;A-001;09.03.2026 09:00:00;;;;;;;",
  "KZ-71-01;services;A-006",
  "KZ-71-01;services;A-007;09.03.2027 09:00:00;;;;;;;",
  "",
].join("\r\n");

test("tickets with their times in the columns of one line become the queue's figures; what is wrong is told by line", async () => {
  await withFile("tickets.csv", TICKETS, async (file) => {
    const list = join(file, "..", "refused.csv");
    const args = [file, "--map", "tickets", "--url", pipeline.url, "--refused", list];
    const { code, out } = await runCommand(args, { INGEST_TOKEN: pipeline.token });
    expect(code).toBe(1);
    expect(out).toMatch(/rows read +9\ncases +—\nevents +15 /);
    expect(out).toMatch(/accepted +13\nrefused +4/);
    const refusals = readFileSync(list, "utf8").trimEnd().split("\n").slice(1).sort();
    expect(refusals).toEqual([
      expect.stringMatching(/^10,"",,"has 3 fields where the first line has 11; quote fields/),
      expect.stringMatching(/^11,"",oss\.ticket\.issued,"time: lies more than two minutes ahead/),
      expect.stringMatching(/^8,"issued",oss\.ticket\.issued,"is no date and time of the form/),
      expect.stringMatching(/^9,"",oss\.ticket\.issued,"source: the reference data has no office ""KZ-99-99""/),
    ]);
    await pipeline.consumed(13);
  });
  const [first, second] = await pipeline.rows("2026-03-09", "2026-03-10", ["day"]);
  expect(first).toMatchObject({ ticketsIssued: 4, called: 3, served: 2, noShow: 1, left: 1 });
  expect(first?.waitingTime).toMatchObject({ n: 3, mean: (600 + 1800 + 2100) / 3, withinNorm: 1 });
  expect(first?.serviceTime).toMatchObject({ n: 2, mean: (900 + 300) / 2 });
  expect(second).toMatchObject({ ticketsIssued: 1, called: 1, served: 0 });
  const operators = await pipeline.rows("2026-03-09", "2026-03-09", ["operator"]);
  expect(operators.map(({ operator, served, noShow }) => [operator, served, noShow])).toEqual([
    ["KZ-71-01-07", 2, 0],
    ["KZ-71-01-08", 0, 1],
  ]);
});

test("a check reads everything and sends nothing", async () => {
  await withFile("tickets.csv", TICKETS, async (file) => {
    const { code, out } = await runCommand([file, "--map", "tickets", "--check"]);
    expect(code).toBe(1);
    expect(out).toContain("only checked, nothing was sent");
    expect(out).toContain(`${file}, line 8, column "issued" (oss.ticket.issued): is no date and time`);
  });
});

test("a wrong token stops the import with the remedy", async () => {
  await withFile("tickets.csv", TICKETS, async (file) => {
    const args = [file, "--map", "tickets", "--url", pipeline.url, "--token", "wrong"];
    const { code, err } = await runCommand(args);
    expect(code).toBe(2);
    expect(err).toMatch(/answered 401: .*Give a token that may post for every office of the file, by INGEST_TOKEN or/s);
  });
});
