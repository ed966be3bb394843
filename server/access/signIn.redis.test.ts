import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AccountView, AuditPage, AuditView } from "../../shared/accessAnswers.ts";
import { accountStore } from "../redis/accountStore.ts";
import {
  type AccessCentre,
  type Asker,
  accountOf,
  cookieOf,
  OWN,
  PASSWORD,
  startAccessCentre,
} from "../testing/accessCentre.ts";
import { TRIES } from "./brake.ts";
import { hashPassword } from "./passwords.ts";

let site: AccessCentre;
beforeAll(async () => {
  site = await startAccessCentre();
});
afterAll(() => site?.stop());

const json = { "content-type": "application/json" };
const post = (who: Asker, path: string, body: object, method = "POST") =>
  site.ask(who, path, { method, headers: json, body: JSON.stringify(body) });
const withCookie = (cookie: string): Asker => ({ name: "with a cookie", principal: null, headers: { cookie } });
const status = async (who: Asker, path: string) => (await site.ask(who, path)).status;

async function newAccount(id: string): Promise<Asker> {
  const manager = { region: OWN.region, office: OWN.office };
  await accountStore(site.nodes).add(accountOf(id, "manager", manager, await hashPassword(PASSWORD)));
  return withCookie(cookieOf(await site.signIn(id, PASSWORD)));
}

async function entries(who: string, query = ""): Promise<readonly AuditView[]> {
  const response = await site.ask(site.asker(who), `/api/audit?${query}`);
  return ((await response.json()) as AuditPage).items;
}

describe("signing in", () => {
  it("gives a cookie that no script reads and no other site sends, and another one each time", async () => {
    const first = await site.signIn("manager", PASSWORD, { cookie: "oss.session=s%3Aplanted.signature" });
    expect(first.headers.get("set-cookie")).toMatch(/^oss\.session=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(cookieOf(first)).not.toContain("planted");
    const again = await site.signIn(" MANAGER ", PASSWORD, { cookie: cookieOf(first) });
    expect(cookieOf(again)).not.toBe(cookieOf(first));
    expect(await status(withCookie(cookieOf(first)), "/api/me")).toBe(401);
    expect(await status(withCookie(cookieOf(again)), "/api/me")).toBe(200);
  });

  it("is Secure behind a proxy that speaks https", async () => {
    const response = await site.signIn("manager", PASSWORD, { "x-forwarded-proto": "https" });
    expect(response.headers.get("set-cookie")).toContain("; Secure");
  });

  it("answers a wrong password and an unknown account in the same words, and takes both down", async () => {
    const answers = [await site.signIn("supervisor", "wrong"), await site.signIn("no-such-account", "wrong")];
    expect(answers.map((answer) => answer.status)).toEqual([401, 401]);
    const [one, other] = await Promise.all(answers.map((answer) => answer.text()));
    expect(one).toBe(other);
    const refused = await entries("coordinator", "act=sign-in-refused");
    expect(refused.slice(0, 2).map(({ by }) => by.id)).toEqual(["unknown", "supervisor"]);
    expect(JSON.stringify(refused)).not.toContain("no-such-account");
  });

  it("is slowed down after five tries, for the right password too, and says for how long", async () => {
    await newAccount("guessed");
    for (let attempt = 0; attempt < TRIES.together; attempt += 1)
      expect((await site.signIn("guessed", "wrong")).status).toBe(401);
    const slowed = await site.signIn("guessed", PASSWORD);
    expect(slowed.status).toBe(429);
    expect(Number(slowed.headers.get("retry-after"))).toBeGreaterThan(600);
    expect((await site.signIn("analyst", PASSWORD)).status).toBe(200);
  });

  it("is not for pages of other sites", async () => {
    const response = await site.signIn("manager", PASSWORD, { origin: "https://evil.example" });
    expect(response.status).toBe(403);
  });

  it("ends with signing out, and the cookie is worth nothing afterwards", async () => {
    const who = await newAccount("leaving");
    expect((await site.ask(who, "/api/session", { method: "DELETE" })).status).toBe(204);
    expect(await status(who, "/api/me")).toBe(401);
  });
});

describe("keeping accounts", () => {
  const at = { office: OWN.office };

  it("a manager makes an account with a password for one sign-in, which must be changed before anything else", async () => {
    const made = await post(site.asker("manager"), "/api/accounts", {
      account: "new.operator",
      name: "New Operator",
      role: "operator",
      operator: "KZ-71-01-02",
      ...at,
    });
    expect(made.status).toBe(201);
    const { account, password } = (await made.json()) as { account: AccountView; password: string };
    expect(account).toMatchObject({ region: OWN.region, mustChange: true });
    expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    const who = withCookie(cookieOf(await site.signIn("new.operator", password)));
    const own = `/api/my-day?office=${OWN.office}&operator=KZ-71-01-02`;
    expect(await status(who, own)).toBe(403);
    expect((await post(who, "/api/password", { before: password, after: "short" })).status).toBe(400);
    const changed = await post(who, "/api/password", { before: password, after: "kos qadam alga" });
    expect(changed.status).toBe(204);
    expect(await status(who, "/api/me")).toBe(401);
    expect(await status(withCookie(cookieOf(changed)), own)).toBe(200);
  });

  it.each([
    ["of another office", { role: "supervisor", office: "KZ-71-02" }],
    ["above the own role", { role: "regional-manager", region: OWN.region }],
    ["for the whole country", { role: "analyst" }],
  ])("a manager makes none %s", async (_, place) => {
    const response = await post(site.asker("manager"), "/api/accounts", { account: "other", name: "Other", ...place });
    expect(response.status).toBe(403);
  });

  it("nobody sees a hash, and a manager sees the accounts of the own office alone", async () => {
    const text = await (await site.ask(site.asker("manager"), "/api/accounts")).text();
    expect(text).not.toContain("argon2");
    const { accounts } = JSON.parse(text) as { accounts: readonly AccountView[] };
    expect(new Set(accounts.map(({ office }) => office))).toEqual(new Set([OWN.office]));
  });

  it("closing an account or setting its password anew ends its sessions at once", async () => {
    for (const act of ["disable", "reset"]) {
      const who = await newAccount(`shut.${act}`);
      expect(await status(who, "/api/me")).toBe(200);
      expect((await post(site.asker("manager"), `/api/accounts/shut.${act}/${act}`, {})).status).toBe(200);
      expect(await status(who, "/api/me")).toBe(401);
    }
    expect((await site.signIn("shut.disable", PASSWORD)).status).toBe(401);
  });

  it("nobody shuts themselves out, and who is above is out of reach", async () => {
    expect((await post(site.asker("manager"), "/api/accounts/manager/disable", {})).status).toBe(403);
    expect((await post(site.asker("manager"), "/api/accounts/coordinator/reset", {})).status).toBe(404);
  });
});

describe("screens", () => {
  it("one is let in by its address alone, sees sums of its place, and is out when it is shut out", async () => {
    const manager = site.asker("manager");
    const made = await post(manager, "/api/screens", { name: "Hall", office: OWN.office });
    const { screen, token } = (await made.json()) as { screen: { id: string }; token: string };
    const opened = await site.ask(site.asker("nobody"), `/display?token=${token}`);
    expect(opened.status).toBe(303);
    expect(opened.headers.get("location")).toBe(`/office/${OWN.office}?kiosk`);
    expect(opened.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Lax/);
    const who = withCookie(cookieOf(opened));
    expect(await status(who, `/api/usual?office=${OWN.office}`)).toBe(200);
    expect(await status(who, `/api/floor?office=${OWN.office}`)).toBe(403);
    await site.ask(manager, `/api/screens/${screen.id}`, { method: "DELETE" });
    expect(await status(who, "/api/me")).toBe(401);
  });
});

describe("the log of who did what", () => {
  it("an operator reads who looked at the own figures, once in ten minutes, and not at those of others", async () => {
    const supervisor = site.asker("supervisor");
    const look = (operator: string) =>
      site.ask(supervisor, `/api/my-day?office=${OWN.office}&operator=${operator}`).then(({ status }) => status);
    expect([await look(OWN.operator), await look(OWN.operator), await look("KZ-71-01-02")]).toEqual([200, 200, 200]);
    const response = await site.ask(site.asker("operator"), "/api/audit/about-me");
    const { items } = (await response.json()) as AuditPage;
    const looks = items.filter(({ by, act }) => by.id === "supervisor" && act === "see-own");
    expect(looks.map(({ operator }) => operator)).toEqual([OWN.operator]);
    expect(items.some(({ by }) => by.id === "operator")).toBe(false);
  });

  it("a look by statistics is taken down with its place, and an export each time", async () => {
    const day = new Date().toISOString().slice(0, 10);
    const question = `from=${day}&to=${day}&by=operator`;
    const manager = site.asker("manager");
    for (let time = 0; time < 2; time += 1) {
      await site.ask(manager, `/api/statistics?${question}`);
      await site.ask(manager, `/api/statistics.csv?${question}`);
    }
    const taken = await entries("manager", "who=manager");
    expect(taken.filter(({ act, what }) => act === "see-operators" && what === "/api/statistics")).toHaveLength(1);
    expect(taken.filter(({ act }) => act === "export")).toHaveLength(2);
    expect(taken.every(({ office }) => office === OWN.office)).toBe(true);
  });

  it("is read a page at a time, and a manager reads the own office alone", async () => {
    const first = (await (await site.ask(site.asker("coordinator"), "/api/audit?limit=3")).json()) as AuditPage;
    const path = `/api/audit?limit=3&before=${first.next}`;
    const second = (await (await site.ask(site.asker("coordinator"), path)).json()) as AuditPage;
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(6);
    expect(await status(site.asker("manager"), "/api/audit?office=KZ-71-02")).toBe(403);
  });
});
