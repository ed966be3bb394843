import { describe, expect, it } from "vitest";
import { type GateConfig, subjectOf } from "./gate.ts";

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
    expect(subjectOf(bearing("guess"), "127.0.0.1", demo)).toEqual({ kind: "stranger" });
    expect(subjectOf(bearing("null"), "127.0.0.1", { ...demo, readToken: null })).toEqual({ kind: "stranger" });
    expect(subjectOf({ ...page, authorization: "Basic eDp5" }, "127.0.0.1", demo)).toEqual({ kind: "stranger" });
  });

  it("behind a proxy the address that browsers know is ours", () => {
    const headers = { host: "10.0.0.1:3000", origin: "https://centre.example.kz" };
    expect(subjectOf(headers, "10.0.0.9", serving)).toEqual({ kind: "foreign" });
    expect(subjectOf(headers, "10.0.0.9", { ...serving, publicUrl: "https://centre.example.kz" })).toEqual({
      kind: "nobody",
    });
  });
});
