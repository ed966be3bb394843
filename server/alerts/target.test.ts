import { describe, expect, it } from "vitest";
import { isInside, openLookup, targetFault } from "./target.ts";

describe("an address for a webhook", () => {
  it("is https to the open net, and nothing else unless its host is allowed", () => {
    expect(targetFault("https://messages.example.kz/alerts", [])).toBeNull();
    expect(targetFault("http://messages.example.kz/alerts", [])).toBe("not-https");
    expect(targetFault("ftp://messages.example.kz", ["messages.example.kz"])).toBe("not-https");
    expect(targetFault("messages", [])).toBe("not-an-address");
    expect(targetFault("https://user:secret@messages.example.kz", [])).toBe("with-password");
    expect(targetFault("http://127.0.0.1:8080/in", ["127.0.0.1:8080"])).toBeNull();
    expect(targetFault("http://127.0.0.1:8081/in", ["127.0.0.1:8080"])).toBe("not-https");
  });

  it("is never one of the own network, however it is written", () => {
    for (const host of [
      "127.0.0.1",
      "0x7f.1",
      "2130706433",
      "10.1.2.3",
      "172.20.0.1",
      "192.168.1.5",
      "169.254.169.254",
      "100.64.0.1",
      "0.0.0.0",
      "[::1]",
      "[::ffff:10.0.0.1]",
      "[fd00::1]",
      "[fe80::1]",
      "localhost",
      "redis.local",
      "metadata.internal",
      "redis",
    ])
      expect(targetFault(`https://${host}/`, []), host).toBe("inside");
  });

  it("is looked up again when it is connected to: a name of an own network is not reached", async () => {
    const said = await new Promise<string>((done) =>
      openLookup("localhost", { all: true }, (error) => done(error?.name ?? "reached")),
    );
    expect(said).toBe("InsideError");
    expect(isInside("93.184.216.34")).toBe(false);
    expect(isInside("2606:2800:220:1::1")).toBe(false);
  });
});
