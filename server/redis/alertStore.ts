import { randomUUID } from "node:crypto";
import type { Alert } from "../../shared/alerts.ts";
import { DAY_MS } from "../../shared/time.ts";
import { AlertLeaseLostError, type AlertStore } from "../alerts/ports.ts";
import type { AlertState } from "../core/alertRule.ts";
import { command, type RedisNodes } from "./connection.ts";
import {
  ALERT_LEASE_KEY,
  ALERT_LOOKED_KEY,
  ALERT_STATES_KEY,
  ALERTS_OPEN_KEY,
  ALERTS_VERSION_KEY,
  alertsOfDayKey,
} from "./keys.ts";
import { writesOfDeliveries } from "./webhookStore.ts";

/** How long the lease holds without being renewed, and how long an alert is kept after its day, ms: 13 months and some. */
const LEASE_MS = 10_000;
const KEPT_MS = 400 * DAY_MS;
/** How many days of history are asked for at once. */
const DAYS_AT_ONCE = 32;

const ACQUIRE = `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;

/** All writes of a look, if the lease is still ours; a script is carried out whole. */
const WRITE = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
for _, write in ipairs(cjson.decode(ARGV[3])) do redis.call(unpack(write)) end
return 1`;

/** The UTC day on which an alert was raised, out of its id. */
function dayOf(id: string): number {
  return Math.floor(Number.parseInt(id.slice(id.lastIndexOf("~") + 1), 36) / DAY_MS);
}

function values(reply: readonly string[]): string[] {
  return reply.filter((_, at) => at % 2 === 1);
}

/** Alerts in Redis, all under the tag of the centre so that a look is written at once. */
export function alertStore(nodes: RedisNodes): AlertStore {
  const owner = randomUUID();
  const at = () => nodes.at(0);
  const lease = async (script: string, ...rest: string[]) =>
    (await command<number>(await at(), ["EVAL", script, "1", ALERT_LEASE_KEY, owner, ...rest])) === 1;
  return {
    acquire: () => lease(ACQUIRE, `${LEASE_MS}`),
    async release() {
      await lease(RELEASE);
    },
    async load() {
      const [texts, looked] = await Promise.all([
        command<string[]>(await at(), ["HGETALL", ALERT_STATES_KEY]),
        command<string | null>(await at(), ["GET", ALERT_LOOKED_KEY]),
      ]);
      const states = new Map<string, AlertState>();
      for (let place = 0; place < texts.length; place += 2)
        states.set(texts[place] as string, JSON.parse(texts[place + 1] as string) as AlertState);
      return { states, looked: Number(looked ?? 0) };
    },
    async write({ now, states, alerts, deliveries }) {
      const writes: string[][] = [["SET", ALERT_LOOKED_KEY, `${now}`]];
      for (const [key, state] of states)
        writes.push(
          state.phase === "quiet"
            ? ["HDEL", ALERT_STATES_KEY, key]
            : ["HSET", ALERT_STATES_KEY, key, JSON.stringify(state)],
        );
      for (const alert of alerts) {
        const text = JSON.stringify(alert);
        const day = alertsOfDayKey(dayOf(alert.id));
        writes.push(["HSET", day, alert.id, text], ["PEXPIRE", day, `${KEPT_MS}`]);
        writes.push(
          alert.cleared === null ? ["HSET", ALERTS_OPEN_KEY, alert.id, text] : ["HDEL", ALERTS_OPEN_KEY, alert.id],
        );
      }
      if (alerts.length > 0) writes.push(["INCR", ALERTS_VERSION_KEY]);
      writes.push(...writesOfDeliveries(deliveries));
      if (!(await lease(WRITE, `${LEASE_MS}`, JSON.stringify(writes))))
        throw new AlertLeaseLostError("Another process raises the alerts now");
    },
    async version() {
      return (await command<string | null>(await at(), ["GET", ALERTS_VERSION_KEY])) ?? "0";
    },
    async open() {
      return values(await command<string[]>(await at(), ["HGETALL", ALERTS_OPEN_KEY])).map(
        (text) => JSON.parse(text) as Alert,
      );
    },
    async raisedBetween(from, to) {
      const connection = await at();
      const found: Alert[] = [];
      const last = Math.floor((to - 1) / DAY_MS);
      for (let day = Math.floor(from / DAY_MS); day <= last; day += DAYS_AT_ONCE) {
        const days = Array.from({ length: Math.min(DAYS_AT_ONCE, last - day + 1) }, (_, next) => day + next);
        const replies = await Promise.all(
          days.map((each) => command<string[]>(connection, ["HGETALL", alertsOfDayKey(each)])),
        );
        for (const text of replies.flatMap(values)) found.push(JSON.parse(text) as Alert);
      }
      return found.filter(({ raised }) => raised >= from && raised < to);
    },
    async one(id) {
      const day = dayOf(id);
      if (!Number.isFinite(day)) return null;
      const text = await command<string | null>(await at(), ["HGET", alertsOfDayKey(day), id]);
      return text === null ? null : (JSON.parse(text) as Alert);
    },
  };
}
