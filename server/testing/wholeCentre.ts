import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StatisticsAnswer } from "../../shared/statistics.ts";
import { readConfig } from "../config.ts";
import { startCentreOn } from "./centreOn.ts";

export const WHOLE_INGEST_TOKEN = "ingest-token-of-the-test";
const WHOLE_READ_TOKEN = "read-token-of-the-test";

/** A centre with all its parts within the test's process, on a Redis that it may share with others. */
export interface WholeCentre {
  readonly url: string;
  readonly dataDir: string;
  /** Asks with the token for reading unless other headers are given. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Asks for JSON; throws unless it is answered. */
  json<T>(path: string): Promise<T>;
  statistics(query: string): Promise<StatisticsAnswer>;
  /** Posts events and waits until so many of the centre are received. */
  post(events: readonly object[]): Promise<void>;
  /** The cookie of somebody of the demonstration. */
  signIn(account: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a whole centre; the caller stops it. */
export async function startWholeCentre(
  redis: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<WholeCentre> {
  const dataDir = mkdtempSync(join(tmpdir(), "whole-centre-"));
  const config = readConfig({
    PORT: "0",
    REDIS_URL: redis,
    DATA_DIR: dataDir,
    INGEST_TOKEN: WHOLE_INGEST_TOKEN,
    READ_TOKEN: WHOLE_READ_TOKEN,
    DEMO: "1",
    CLOSING_DAY: "0",
    ...settings,
  });
  const centre = await startCentreOn(config, redis);
  const { url } = centre;
  const ask = (path: string, init: RequestInit = { headers: { Authorization: `Bearer ${WHOLE_READ_TOKEN}` } }) =>
    fetch(url + path, init);
  const json = async <T>(path: string): Promise<T> => {
    const response = await ask(path);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  return {
    url,
    dataDir,
    ask,
    json,
    statistics: (query) => json(`/api/statistics?${query}`),
    async post(events) {
      for (let at = 0; at < events.length; at += 1000) {
        const part = events.slice(at, at + 1000);
        const response = await fetch(`${url}/api/events`, {
          method: "POST",
          headers: { Authorization: `Bearer ${WHOLE_INGEST_TOKEN}`, "Content-Type": "application/json" },
          body: JSON.stringify(part),
        });
        const answer = await response.text();
        if (response.status !== 202 || !answer.includes(`"accepted":${part.length},`))
          throw new Error(`The door answered ${response.status}: ${answer}`);
      }
    },
    async signIn(account) {
      const response = await fetch(`${url}/api/session`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ account, password: "demo" }),
      });
      if (!response.ok) throw new Error(`Signing in answered ${response.status}: ${await response.text()}`);
      return response.headers
        .getSetCookie()
        .map((cookie) => cookie.slice(0, cookie.indexOf(";")))
        .join("; ");
    },
    async stop() {
      await centre.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
