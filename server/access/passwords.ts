import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** argon2id with the least that OWASP's Password Storage Cheat Sheet asks for: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;

/** The argon2id hash of a password, with its salt and cost in it. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

let nobodys: Promise<string> | null = null;

/** Whether it is the password; without a hash the same work is done, so that the time tells nothing. Never throws. */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  nobodys ??= hashPassword(randomBytes(16).toString("hex"));
  const right = await verify(hashed ?? (await nobodys), password.normalize("NFKC")).catch(() => false);
  return right && hashed !== null;
}

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password for one sign-in: sixteen letters and digits that are not mistaken for each other (79 bits). */
export function oneTimePassword(): string {
  let text = "";
  while (text.length < 16)
    for (const byte of randomBytes(32)) if (byte < 248 && text.length < 16) text += LETTERS[byte % 31];
  return text.replace(/(.{4})(?=.)/g, "$1-");
}

/** Why a password can not be chosen: a stable id; null when it can. */
export function passwordFault(password: string, account: string, before: string): "short" | "long" | "same" | null {
  const plain = password.normalize("NFKC");
  if ([...plain].length < SHORTEST_PASSWORD) return "short";
  if ([...plain].length > LONGEST_PASSWORD) return "long";
  return plain.toLowerCase().includes(account) || plain === before.normalize("NFKC") ? "same" : null;
}
