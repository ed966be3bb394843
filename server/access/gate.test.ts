import { describe, expect, it } from "vitest";
import { type GateConfig, mayRead, mayReplay, type Readable, type Subject, subjectOf } from "./gate.ts";

const demo: GateConfig = { demo: true, host: "127.0.0.1", readToken: "reading", ingestToken: "sending" };
const serving: GateConfig = { ...demo, demo: false };
const page = { host: "localhost:3000", origin: "http://localhost:3000", "sec-fetch-site": "same-origin" };

describe("who asks", () => {
  it.each([
    ["a page of this server", page, "127.0.0.1"],
    ["a page of this server over IPv6", { ...page, host: "[::1]:3000", origin: "http://[::1]:3000" }, "::1"],
    ["a program without an origin", { host: "127.0.0.1:3000" }, "::ffff:127.0.0.1"],
    ["an address typed by hand", { host: "localhost:3000", "sec-fetch-site": "none" }, "127.0.0.1"],
  ])("%s at this machine is local", (_, headers, address) => {
    expect(subjectOf(headers, address, demo)).toEqual({ kind: "local", open: true });
    expect(subjectOf(headers, address, serving)).toEqual({ kind: "local", open: false });
  });

  it.each([
    ["another machine", page, "10.0.0.7"],
    ["an unknown address", page, undefined],
    ["an address that only begins like loopback", page, "127.0.0.1.example.org"],
    ["a proxy on this machine", { ...page, "x-forwarded-for": "203.0.113.9" }, "127.0.0.1"],
    ["a proxy that says loopback", { ...page, "x-forwarded-for": "127.0.0.1" }, "127.0.0.1"],
    ["a proxy that uses Forwarded", { ...page, forwarded: "for=203.0.113.9" }, "127.0.0.1"],
  ])("%s is nobody", (_, headers, address) => {
    expect(subjectOf(headers, address, demo)).toEqual({ kind: "nobody" });
  });

  it.each([
    ["a foreign page", { ...page, origin: "https://evil.example" }],
    ["a page of another port", { ...page, origin: "http://localhost:5173" }],
    ["a page without an origin to tell", { ...page, origin: "null" }],
    ["a picture in a foreign page", { host: "localhost:3000", "sec-fetch-site": "cross-site" }],
    ["a name that was bent to this machine", { host: "evil.example:3000", origin: "http://evil.example:3000" }],
    ["a host that only begins like ours", { host: "localhost.evil.example" }],
    ["no host", {}],
  ])("%s is foreign", (_, headers) => {
    expect(subjectOf(headers, "127.0.0.1", demo)).toEqual({ kind: "foreign" });
  });

  it("the configured host is a name of ours, the wildcard is none", () => {
    const headers = { host: "centre.example:3000" };
    expect(subjectOf(headers, "127.0.0.1", { ...demo, host: "centre.example" }).kind).toBe("local");
    expect(subjectOf({ host: "0.0.0.0:3000" }, "127.0.0.1", { ...demo, host: "0.0.0.0" }).kind).toBe("foreign");
  });

  it("a token speaks for itself from anywhere, and a wrong one opens nothing even here", () => {
    const bearing = (token: string) => ({ ...page, authorization: `Bearer ${token}` });
    expect(subjectOf(bearing("reading"), "10.0.0.7", serving)).toEqual({ kind: "reader" });
    expect(subjectOf(bearing("sending"), "10.0.0.7", serving)).toEqual({ kind: "ingest" });
    expect(subjectOf(bearing("guess"), "127.0.0.1", demo)).toEqual({ kind: "nobody" });
    expect(subjectOf(bearing("null"), "127.0.0.1", { ...demo, readToken: null })).toEqual({ kind: "nobody" });
  });
});

describe("what they may", () => {
  const everything: readonly Readable[] = [
    "country",
    "region:KZ-71",
    "office:KZ-71-01",
    "status",
    "statistics",
    "applications",
    "dead-letters",
    "metrics",
  ];
  const table: readonly (readonly [Subject, readonly Readable[], boolean])[] = [
    [{ kind: "reader" }, everything, false],
    [{ kind: "local", open: true }, everything, true],
    [{ kind: "local", open: false }, ["metrics"], false],
    [{ kind: "ingest" }, ["dead-letters"], true],
    [{ kind: "foreign" }, [], false],
    [{ kind: "nobody" }, [], false],
  ];
  it.each(table)("%o reads %j", (subject, readable, replays) => {
    expect(everything.filter((what) => mayRead(subject, what))).toEqual(readable);
    expect(mayReplay(subject)).toBe(replays);
  });
});
