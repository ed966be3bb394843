import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express, { type RequestHandler } from "express";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Principal } from "../../shared/access.ts";
import type { TargetRecord } from "../../shared/floor.ts";
import { indexReference } from "../../shared/referenceIndex.ts";
import type { AuditEntry } from "../access/audit.ts";
import type { Guard } from "../access/guard.ts";
import { problemHandler } from "../http/problem.ts";
import { loadReference } from "../reference.ts";
import { disputesOf } from "./dispute.ts";
import { disputesRouter } from "./disputesRouter.ts";
import type { DisputeEntry, HelpEntry } from "./floorPorts.ts";
import { helpBookOf } from "./helpCall.ts";
import { helpRouter } from "./helpRouter.ts";
import { targetsRouter } from "./targetsRouter.ts";

const NOW = Date.parse("2026-11-23T10:00:00+05:00");
const OFFICE = "office=KZ-71-01";
const MINE = `${OFFICE}&operator=KZ-71-01-07`;
const manager: Principal = { id: "m", role: "manager", name: "M", region: null, office: "KZ-71-01", operator: null };

const said: DisputeEntry[] = [];
const calls: HelpEntry[] = [];
const records: TargetRecord[] = [];
const taken: AuditEntry[] = [];
let url = "";
let close: () => Promise<void>;

/** Lets everybody pass: who may is the guard's own matter. */
const open: Guard = () =>
  ((_request, response, next) => {
    response.locals.principal = manager;
    next();
  }) as RequestHandler;

beforeAll(async () => {
  const parts = {
    index: indexReference(await loadReference("seeds")),
    clock: { now: () => NOW },
    live: () => undefined,
    audit: { record: async (entry: AuditEntry) => void taken.push(entry) },
    targets: { list: async () => records, add: async (_: string, record: TargetRecord) => void records.push(record) },
    disputes: {
      list: async () => disputesOf(said),
      say: async (_: string, entry: DisputeEntry) => void said.push(entry),
    },
    help: { list: async () => helpBookOf(calls), say: async (_: string, entry: HelpEntry) => void calls.push(entry) },
  };
  const app = express();
  app.use("/targets", targetsRouter(parts, open));
  app.use("/disputes", disputesRouter(parts, open));
  app.use("/help", helpRouter(parts, open));
  app.use(problemHandler(pino({ level: "silent" })));
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = async () => {
    server.closeAllConnections();
    server.close();
  };
});
afterAll(() => close());

async function post(path: string, body?: object): Promise<{ status: number; answer: Record<string, unknown> }> {
  const content =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const response = await fetch(url + path, { method: "POST", ...content });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

it("a target is set from today on at the earliest, taken down with what it was before, and never rewrites the past", async () => {
  const target = { kind: "documents-a-day", role: "operator", amount: 27, from: "2026-11-24" };
  expect((await post(`/targets?${OFFICE}`, target)).status).toBe(201);
  expect(records).toMatchObject([{ amount: 27, from: "2026-11-24", setAt: NOW, setBy: "M" }]);
  expect(taken.at(-1)).toMatchObject({ act: "set-targets", what: expect.stringContaining("30 → 27") });
  const late = await post(`/targets?${OFFICE}`, { ...target, from: "2026-11-22" });
  expect([late.status, late.answer.parameter]).toEqual([400, "from"]);
});

it("a bad body is answered with the field that is wrong", async () => {
  const fields: [string, object][] = [
    ["amount", { kind: "documents-a-day", role: "operator", amount: 0, from: "2026-11-24" }],
    ["kind", { kind: "smiles", role: "operator", amount: 3, from: "2026-11-24" }],
    ["bonus", { kind: "documents-a-day", role: "operator", amount: 3, from: "2026-11-24", bonus: 1 }],
  ];
  for (const [field, body] of fields)
    expect((await post(`/targets?${OFFICE}`, body)).answer).toMatchObject({ status: 400, parameter: field });
  expect((await post("/targets?office=KZ-00-00", {})).answer.parameter).toBe("office");
});

it("a dispute is raised once, is taken back by whoever raised it, and holds nobody's number", async () => {
  const dispute = { day: "2026-11-23", subject: "ticket:2026-11-23/A-042", reason: "closed-too-late" };
  const { status, answer } = await post(`/disputes?${MINE}`, dispute);
  expect(status).toBe(201);
  expect((await post(`/disputes?${MINE}`, dispute)).answer.parameter).toBe("subject");
  expect((await post(`/disputes?${MINE}`, { ...dispute, day: "2026-10-01" })).answer.parameter).toBe("day");
  const named = { ...dispute, subject: "act:1795406444638", note: "ИИН 990101 300123" };
  expect((await post(`/disputes?${MINE}`, named)).answer.parameter).toBe("note");
  const other = `${OFFICE}&operator=KZ-71-01-08`;
  expect((await post(`/disputes/${answer.id}/withdraw?${other}`)).answer.parameter).toBe("operator");
  expect((await post(`/disputes/${answer.id}/answer?${OFFICE}`, { answer: "agreed" })).status).toBe(200);
  expect((await post(`/disputes/${answer.id}/withdraw?${MINE}`)).status).toBe(200);
  expect((await post(`/disputes/${answer.id}/answer?${OFFICE}`, { answer: "agreed" })).status).toBe(404);
});

it("who presses twice has called for help once, and is answered once", async () => {
  const first = await post(`/help?${MINE}`);
  const second = await post(`/help?${MINE}`);
  expect(second.answer.id).toBe(first.answer.id);
  expect((await post(`/help/${first.answer.id}/answer?${OFFICE}`)).status).toBe(200);
  expect((await post(`/help?${MINE}`)).answer.id).not.toBe(first.answer.id);
  expect((await post(`/help/unknown/answer?${OFFICE}`)).status).toBe(404);
});
