import { promisify } from "node:util";
import { gunzipSync, gzip } from "node:zlib";
import type { ClosingProgress, ReportVersion } from "../../shared/reportMonths.ts";
import type { Closings } from "../reports/closings.ts";
import { command, type RedisNodes } from "./connection.ts";
import { CLOSING_PROGRESS_KEY, CLOSINGS_KEY, closedKey, closingDraftKey, closingLeaseKey, FILED_KEY } from "./keys.ts";

/** How long the right to close holds without being renewed, and what was put aside or told is kept, seconds. */
const LEASE_SECONDS = 60;
const DRAFT_SECONDS = 3_600;

const HOLD = `
local held = redis.call('GET', KEYS[1])
if held and held ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
return 1`;
const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1`;
/** A version becomes visible with all its parts or not at all, and none is ever written over. */
const PUBLISH = `
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 1 then return 0 end
redis.call('RENAME', KEYS[2], KEYS[3])
redis.call('PERSIST', KEYS[3])
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 1`;

const compress = promisify(gzip);
const pack = async (text: string) => (await compress(text)).toString("base64");

const fieldOf = ({ month, version }: Pick<ReportVersion, "month" | "version">) => `${month}|${version}`;

/** The closed months in Redis. */
export function closingStore(nodes: RedisNodes): Closings {
  const run = async <T extends string | number | null | string[]>(...args: string[]) =>
    command<T>(await nodes.at(0), args);
  return {
    async versions() {
      const reply = await run<string[]>("HVALS", CLOSINGS_KEY);
      const all = reply.map((text) => JSON.parse(text) as ReportVersion);
      return all.sort((a, b) => (a.month === b.month ? a.version - b.version : a.month < b.month ? -1 : 1));
    },
    async part({ month, version }, name) {
      const packed = await run<string | null>("HGET", closedKey(month, version), name);
      return packed === null ? null : gunzipSync(Buffer.from(packed, "base64")).toString();
    },
    async prepare(draft, parts) {
      const packed = await Promise.all([...parts].map(async ([name, text]) => [name, await pack(text)]));
      const args = packed.flat();
      await run<number>("HSET", closingDraftKey(draft), ...args);
      await run<number>("EXPIRE", closingDraftKey(draft), `${DRAFT_SECONDS}`);
    },
    async publish(draft, version) {
      const keys = [CLOSINGS_KEY, closingDraftKey(draft), closedKey(version.month, version.version)];
      return (await run<number>("EVAL", PUBLISH, "3", ...keys, fieldOf(version), JSON.stringify(version))) === 1;
    },
    async discard(draft) {
      await run<number>("DEL", closingDraftKey(draft));
    },
    async hold(work, holder) {
      return (await run<number>("EVAL", HOLD, "1", closingLeaseKey(work), holder, `${LEASE_SECONDS}`)) === 1;
    },
    async release(work, holder) {
      await run<number>("EVAL", RELEASE, "1", closingLeaseKey(work), holder);
    },
    async isFiled(version) {
      return (await run<number>("SISMEMBER", FILED_KEY, fieldOf(version))) === 1;
    },
    async filed(version) {
      await run<number>("SADD", FILED_KEY, fieldOf(version));
    },
    async tell(progress) {
      if (progress === null) await run<number>("DEL", CLOSING_PROGRESS_KEY);
      else await run<string>("SET", CLOSING_PROGRESS_KEY, JSON.stringify(progress), "EX", `${LEASE_SECONDS}`);
    },
    async progress() {
      const text = await run<string | null>("GET", CLOSING_PROGRESS_KEY);
      return text === null ? null : (JSON.parse(text) as ClosingProgress);
    },
  };
}
