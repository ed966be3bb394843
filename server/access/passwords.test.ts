import { expect, it } from "vitest";
import { hashPassword, isPassword, oneTimePassword, passwordFault } from "./passwords.ts";

it("a password is known by its argon2id hash, however its letters are composed, and nothing is known without one", async () => {
  const hashed = await hashPassword("құпия сөз й");
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPassword("құпия сөз й".normalize("NFD"), hashed)).toBe(true);
  expect(await isPassword("құпия сөз", hashed)).toBe(false);
  expect(await isPassword("", null)).toBe(false);
  expect(await isPassword("x", "no hash")).toBe(false);
});

it("one-time passwords are different, long and easy to read out", () => {
  const made = new Set(Array.from({ length: 200 }, oneTimePassword));
  expect(made.size).toBe(200);
  for (const each of made) expect(each).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
});

it.each([
  ["nine char", "short"],
  ["ә".repeat(201), "long"],
  ["x aigul is my name", "same"],
  ["the one before", "same"],
  ["kos qadam alga", null],
])("%s: %s", (password, fault) => {
  expect(passwordFault(password, "aigul", "the one before")).toBe(fault);
});
