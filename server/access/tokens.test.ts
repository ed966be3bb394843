import { describe, expect, it } from "vitest";
import { issueToken } from "./issueToken.ts";
import { bearerOf, createTokenStore, hashToken, makeToken, sameToken } from "./tokens.ts";

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    officeOf: async (hash: string) => kept.get(hash) ?? null,
    keep: async (hash: string, office: string) => {
      for (const [other, owner] of kept) if (owner === office) kept.delete(other);
      kept.set(hash, office);
    },
  };
}

describe("a token", () => {
  it("is read from a bearer header only", () => {
    expect(bearerOf("Bearer abc")).toBe("abc");
    expect(bearerOf("bearer  abc ")).toBe("abc");
    for (const header of [undefined, "", "Bearer", "Bearer ", "Basic abc", `Bearer ${"x".repeat(513)}`])
      expect(bearerOf(header)).toBeNull();
  });

  it("is the same only as itself, whatever the length", () => {
    expect(sameToken("abc", "abc")).toBe(true);
    for (const other of ["abd", "ab", "abcd", ""]) expect(sameToken("abc", other)).toBe(false);
  });

  it("of 32 random bytes has a prefix that secret scanners know", () => {
    expect(makeToken(new Uint8Array(32))).toMatch(/^oss_A{43}$/);
  });
});

describe("the store of tokens", () => {
  it("knows an office by the hash of its token, and the token for every office", async () => {
    const hashes = memory();
    hashes.kept.set(hashToken("mine"), "KZ-71-01");
    const store = createTokenStore(hashes, "all");
    expect(await store.officeOf("mine")).toBe("KZ-71-01");
    expect(await store.officeOf("all")).toBe("*");
    expect(await store.officeOf("other")).toBeNull();
    expect(await createTokenStore(hashes, null).officeOf("all")).toBeNull();
  });
});

describe("issuing a token", () => {
  const centre = () => {
    const hashes = memory();
    const lines: string[] = [];
    return {
      hashes,
      lines,
      knownOffice: (id: string) => id === "KZ-71-01",
      print: (line: string) => void lines.push(line),
    };
  };

  it("prints it once, keeps only its hash, and ends the office's earlier one", async () => {
    const here = centre();
    const store = createTokenStore(here.hashes, null);
    expect(await issueToken(["KZ-71-01"], here)).toBe(0);
    const first = here.lines.at(-1) as string;
    expect(await store.officeOf(first)).toBe("KZ-71-01");
    expect([...here.hashes.kept.keys()]).toEqual([hashToken(first)]);
    expect(await issueToken(["KZ-71-01"], here)).toBe(0);
    expect(await store.officeOf(first)).toBeNull();
  });

  it("for no office, or one that the reference data lacks, says what to do", async () => {
    const here = centre();
    expect(await issueToken([], here)).toBe(2);
    expect(await issueToken(["KZ-99-99"], here)).toBe(2);
    expect(here.lines).toEqual([
      "Name one office: npm run token -- KZ-71-01",
      'The reference data has no office "KZ-99-99"; use the id of one of its offices, such as KZ-71-01.',
    ]);
    expect(here.hashes.kept.size).toBe(0);
  });
});
