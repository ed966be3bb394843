import { beforeEach, expect, it } from "vitest";
import type { Account } from "./account.ts";
import { keepAccounts } from "./accountCommands.ts";
import { AccountOffice } from "./accountOffice.ts";

const kept = new Map<string, Account>();
const accounts = {
  get: async (id: string) => kept.get(id) ?? null,
  all: async () => [...kept.values()],
  add: async (account: Account) => !kept.has(account.id) && kept.set(account.id, account).size > 0,
  change: async (id: string, change: (before: Account) => Account) => {
    const before = kept.get(id);
    if (before === undefined) return null;
    kept.set(id, change(before));
    return kept.get(id) ?? null;
  },
};
const office = new AccountOffice({
  accounts,
  audit: { record: async () => {} },
  clock: { now: () => 0 },
  demo: false,
  knownRegion: (id) => id === "KZ-71",
  regionOf: (id) => (id === "KZ-71-01" ? "KZ-71" : null),
});
let printed: string[] = [];
const say = (...words: readonly string[]) =>
  keepAccounts(words, { accounts, office, print: (line) => void printed.push(line) });

beforeEach(() => {
  kept.clear();
  printed = [];
});

it("the first coordinator is made with a password for one sign-in, which is printed and not kept", async () => {
  expect(await say("create", "--role", "coordinator", "--account", "A.Seitova", "--name", "Aigul Seitova")).toBe(0);
  const password = printed.at(-1) as string;
  expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  expect(kept.get("a.seitova")).toMatchObject({ role: "coordinator", mustChange: true });
  expect(JSON.stringify([...kept.values()])).not.toContain(password);
});

it("an account is listed, disabled, enabled and reset by its name", async () => {
  await say("create", "--role", "manager", "--account", "gulnar", "--name", "Gulnar", "--office", "KZ-71-01");
  expect(await say("disable", "--account", "gulnar")).toBe(0);
  expect(await say("list")).toBe(0);
  expect(printed.at(-1)).toBe("gulnar\tmanager\tKZ-71-01\tGulnar\tdisabled");
  expect(await say("enable", "--account", "gulnar")).toBe(0);
  expect(await say("reset", "--account", "gulnar")).toBe(0);
  expect(kept.get("gulnar")).toMatchObject({ disabled: false, generation: 4, region: "KZ-71" });
});

it.each([
  ["nothing", [], "Say what to do"],
  ["an unknown act", ["drop", "--account", "x"], '"drop" is not known'],
  ["an unknown role", ["create", "--role", "king", "--account", "x", "--name", "X"], "--role"],
  ["an unknown option", ["list", "--all"], "--all"],
  ["a manager without an office", ["create", "--role", "manager", "--account", "x", "--name", "X"], "office:"],
  ["an unknown account", ["disable", "--account", "x"], "no such account"],
])("%s is answered with what is wrong and how it is written", async (_, words, why) => {
  expect(await say(...words)).toBe(2);
  expect(printed.join("\n")).toContain(why);
  expect(printed.join("\n")).toContain("npm run account -- create");
});
