import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import type { Principal, Role } from "../../shared/access.ts";
import type { AccountRole } from "../../shared/accessAnswers.ts";
import type { Account } from "../access/account.ts";
import { hashPassword } from "../access/passwords.ts";
import { SCREEN_COOKIE } from "../access/screens.ts";
import { hashToken } from "../access/tokens.ts";
import type { Centre } from "../centre.ts";
import { readConfig } from "../config.ts";
import { accountStore } from "../redis/accountStore.ts";
import { RedisNodes } from "../redis/connection.ts";
import { displayTokens } from "../redis/displayTokens.ts";
import { startCentreOn } from "./centreOn.ts";
import { startTestRedis } from "./redis.ts";

export const PASSWORD = "a long enough phrase";
const READ_TOKEN = "token-for-reading";
const INGEST_TOKEN = "token-for-sending";

/** Three offices: the own one, a neighbour in the same region, one far away; each with a number of applications of its own. */
export const OWN = { region: "KZ-71", office: "KZ-71-01", operator: "KZ-71-01-01", accepted: 11 } as const;
export const NEIGHBOUR = { region: "KZ-71", office: "KZ-71-02", operator: "KZ-71-02-01", accepted: 23 } as const;
export const FOREIGN = { region: "KZ-75", office: "KZ-75-01", operator: "KZ-75-01-01", accepted: 137 } as const;
export const OFFICES = [OWN, NEIGHBOUR, FOREIGN] as const;

/** Somebody who asks, with what lets them in. */
export interface Asker {
  readonly name: string;
  readonly principal: Principal | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** A whole centre on a Redis of its own, with accounts of every role and events of three offices. */
export interface AccessCentre {
  readonly centre: Centre;
  readonly askers: readonly Asker[];
  readonly nodes: RedisNodes;
  asker(name: string): Asker;
  ask(who: Asker, path: string, init?: RequestInit): Promise<Response>;
  signIn(account: string, password: string, headers?: Record<string, string>): Promise<Response>;
  stop(): Promise<void>;
}

type Place = Partial<Pick<Account, "region" | "office" | "operator">>;
const COUNTRY = { region: null, office: null, operator: null };
const AT_OFFICE = { region: OWN.region, office: OWN.office };

const PEOPLE: readonly (readonly [id: string, role: AccountRole, place: Place])[] = [
  ["coordinator", "coordinator", {}],
  ["analyst", "analyst", {}],
  ["regional-manager", "regional-manager", { region: OWN.region }],
  ["regional-analyst", "analyst", { region: OWN.region }],
  ["manager", "manager", AT_OFFICE],
  ["supervisor", "supervisor", AT_OFFICE],
  ["office-analyst", "analyst", AT_OFFICE],
  ["operator", "operator", { ...AT_OFFICE, operator: OWN.operator }],
];

/** An account of a test. */
export function accountOf(id: string, role: AccountRole, place: Place, password: string): Account {
  const kept = { disabled: false, mustChange: false, generation: 1, demo: false, createdAt: 0, createdBy: "test" };
  return { id, role, name: id, ...COUNTRY, ...place, password, ...kept };
}

/** The cookie that an answer sets. */
export function cookieOf(response: Response): string {
  return (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

function eventsOf({ office, operator, accepted }: (typeof OFFICES)[number], now: number): object[] {
  const facts: readonly (readonly [string, object])[] = [
    ["oss.operator.signed-in", { operator, desk: "1" }],
    ["oss.ticket.issued", { ticket: `${office}-A1`, queue: "services" }],
    ["oss.ticket.called", { ticket: `${office}-A1`, operator }],
    ...Array.from({ length: accepted }, (_, at): readonly [string, object] => [
      "oss.application.accepted",
      { application: `${office}-P${at}`, operator, service: "passport", authority: "migration-police" },
    ]),
  ];
  return facts.map(([type, data], at) => ({
    specversion: "1.0",
    id: `${office}-${at}`,
    source: `/offices/${office}/queue`,
    sequence: at + 1,
    type,
    time: new Date(now - 60_000 + at).toISOString(),
    data,
  }));
}

/** Starts it, with more settings than it has; the caller stops it. */
export async function startAccessCentre(settings: Readonly<Record<string, string>> = {}): Promise<AccessCentre> {
  const redis = await startTestRedis();
  const dataDir = mkdtempSync(join(tmpdir(), "access-centre-"));
  const config = readConfig({ PORT: "0", DATA_DIR: dataDir, READ_TOKEN, INGEST_TOKEN, ...settings });
  const centre = await startCentreOn(config, redis.url, pino({ level: "silent" }));
  const nodes = new RedisNodes([redis.url]);
  const hashed = await hashPassword(PASSWORD);
  const accounts = accountStore(nodes);
  for (const [id, role, place] of PEOPLE) await accounts.add(accountOf(id, role, place, hashed));

  const ask: AccessCentre["ask"] = (who, path, init = {}) =>
    fetch(centre.url + path, { redirect: "manual", ...init, headers: { ...who.headers, ...init.headers } });
  const signIn: AccessCentre["signIn"] = (account, password, headers = {}) =>
    fetch(`${centre.url}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ account, password }),
    });

  const askers: Asker[] = [];
  for (const [id, role, place] of PEOPLE) {
    const cookie = cookieOf(await signIn(id, PASSWORD));
    askers.push({ name: id, principal: { id, role, name: id, ...COUNTRY, ...place }, headers: { cookie } });
  }
  const display = async (name: string, place: Pick<Principal, "region" | "office">): Promise<void> => {
    const kept = { id: name, name, ...place, createdAt: 0, createdBy: "test" };
    await displayTokens(nodes).keep(hashToken(name), kept);
    const principal = { id: `screen:${name}`, role: "display" as Role, name, operator: null, ...place };
    askers.push({ name, principal, headers: { cookie: `${SCREEN_COOKIE}=${name}` } });
  };
  await display("display-of-the-country", { region: null, office: null });
  await display("display-of-the-office", AT_OFFICE);
  const reader = { id: "reader", role: "reader" as Role, name: "READ_TOKEN", ...COUNTRY };
  askers.push({ name: "reader", principal: reader, headers: { authorization: `Bearer ${READ_TOKEN}` } });
  askers.push({ name: "stranger", principal: null, headers: { authorization: "Bearer guess" } });
  askers.push({ name: "nobody", principal: null, headers: {} });
  const managers = askers.find(({ name }) => name === "manager")?.headers ?? {};
  const foreign = { ...managers, origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  askers.push({ name: "foreign page", principal: null, headers: foreign });

  const now = Date.now();
  for (const office of OFFICES) {
    const headers = { authorization: `Bearer ${INGEST_TOKEN}`, "content-type": "application/json" };
    const body = JSON.stringify(eventsOf(office, now));
    const response = await fetch(`${centre.url}/api/events`, { method: "POST", headers, body });
    if (response.status !== 202) throw new Error(`The door answered ${response.status}: ${await response.text()}`);
  }
  const asker = (name: string): Asker => {
    const found = askers.find((each) => each.name === name);
    if (found === undefined) throw new Error(`Nobody is called ${name}`);
    return found;
  };
  const all = OFFICES.reduce((sum, { accepted }) => sum + accepted, 0);
  const day = new Date(now).toISOString().slice(0, 10);
  const dayAfter = new Date(now + 86_400_000).toISOString().slice(0, 10);
  for (let left = 200; ; left -= 1) {
    const answer = await ask(asker("reader"), `/api/statistics?from=${day}&to=${dayAfter}`);
    if ((await answer.text()).includes(`"accepted":${all},`)) break;
    if (left === 0) throw new Error("The events did not come to be counted");
    await new Promise((done) => setTimeout(done, 100));
  }
  return {
    centre,
    askers,
    nodes,
    asker,
    ask,
    signIn,
    async stop() {
      await centre.stop();
      await nodes.close();
      await redis.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
