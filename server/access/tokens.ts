import { createHash, timingSafeEqual } from "node:crypto";
import type { TokenHashes, TokenStore } from "../ports.ts";

/** The SHA-256 of a token in hex: what is kept and looked up in its place. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("hex");
}

/** Whether two tokens are the same, in a time that tells nothing about either. */
export function sameToken(one: string, other: string): boolean {
  const digest = (token: string) => createHash("sha256").update(token, "utf8").digest();
  return timingSafeEqual(digest(one), digest(other));
}

const LONGEST_TOKEN = 512;

/** The token of an `Authorization: Bearer …` header; null when there is none. */
export function bearerOf(header: string | undefined): string | null {
  if (header === undefined || header.slice(0, 7).toLowerCase() !== "bearer ") return null;
  const token = header.slice(7).trim();
  return token === "" || token.length > LONGEST_TOKEN ? null : token;
}

/** A new token out of 32 random bytes; the prefix lets secret scanners find a lost one. */
export function makeToken(random: Uint8Array): string {
  return `oss_${Buffer.from(random).toString("base64url")}`;
}

/** Who may post: the holder of the token for every office, and of each office's own token. */
export function createTokenStore(hashes: TokenHashes, ingestToken: string | null): TokenStore {
  return {
    async officeOf(token) {
      if (ingestToken !== null && sameToken(token, ingestToken)) return "*";
      return hashes.officeOf(hashToken(token));
    },
  };
}
