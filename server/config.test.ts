import { describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";
import { ConfigError } from "./errors.ts";

function mistakes(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
  }
  return [];
}

describe("the settings", () => {
  it("have defaults for everything", () => {
    const defaults = {
      port: 3000,
      host: "127.0.0.1",
      redis: { kind: "embedded" },
      dataDir: ".data",
      reference: "seeds",
      ingestToken: null,
      readToken: null,
      sessionSecret: null,
      clockOffsetMs: 0,
      demo: false,
      operatorMonths: 13,
      partitions: 16,
      closingDay: 5,
      webhookHosts: [],
      proxies: 0,
      publicUrl: null,
      organisation: null,
    };
    expect(readConfig({})).toEqual(defaults);
    expect(readConfig({ PORT: "", REDIS_URL: " ", INGEST_TOKEN: "", DEMO: "" })).toEqual(defaults);
  });

  it("are taken from the environment", () => {
    expect(
      readConfig({
        PORT: "0",
        HOST: "0.0.0.0",
        REDIS_URL: "rediss://user:pass@redis.example:6380",
        DATA_DIR: "data",
        REFERENCE: "country",
        INGEST_TOKEN: "in",
        READ_TOKEN: "out",
        SESSION_SECRET: "secret",
        CLOCK_OFFSET_MS: "-86400000",
        DEMO: "1",
        PARTITIONS: "64",
      }),
    ).toEqual({
      port: 0,
      host: "0.0.0.0",
      redis: { kind: "single", url: "rediss://user:pass@redis.example:6380" },
      dataDir: "data",
      reference: "country",
      ingestToken: "in",
      readToken: "out",
      sessionSecret: "secret",
      clockOffsetMs: -86_400_000,
      demo: true,
      operatorMonths: 13,
      partitions: 64,
      closingDay: 5,
      webhookHosts: [],
      proxies: 0,
      publicUrl: null,
      organisation: null,
    });
  });

  it("name the nodes of a cluster with commas between them", () => {
    expect(readConfig({ REDIS_URL: "redis://a:7000, redis://b:7001" }).redis).toEqual({
      kind: "cluster",
      urls: ["redis://a:7000", "redis://b:7001"],
    });
  });

  it("with mistakes are refused with a sentence for each: name, value, remedy", () => {
    const said = mistakes({
      PORT: "70000",
      REDIS_URL: "http://user:hidden@a,redis://b",
      CLOCK_OFFSET_MS: "1h",
      DEMO: "yes",
      PARTITIONS: "0",
      INGEST_TOKEN: "two words",
    });
    expect(said).toEqual([
      'PORT is "70000": give a whole number from 0 to 65535, or leave it out for 3000.',
      expect.stringMatching(/^REDIS_URL is "http:\/\/…@a": use redis:\/\//),
      expect.stringMatching(/^INGEST_TOKEN is a text that no header can carry: /),
      expect.stringMatching(/^CLOCK_OFFSET_MS is "1h": /),
      'DEMO is "yes": use 1 or 0, or leave it out for 0.',
      expect.stringMatching(/^PARTITIONS is "0": /),
    ]);
    expect(said.join()).not.toContain("hidden");
  });
});
