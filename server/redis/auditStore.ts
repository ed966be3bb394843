import type { AuditView } from "../../shared/accessAnswers.ts";
import { type AuditEntry, type AuditLog, isAskedFor, isLook, lookOf, SAME_LOOK_SECONDS } from "../access/audit.ts";
import type { Clock } from "../ports.ts";
import { command, type RedisNodes } from "./connection.ts";
import { AUDIT_KEY, auditLookKey, auditOfOfficeKey } from "./keys.ts";

/** Entries are trimmed when they are older, ms: 400 days, a little more than 13 months. */
const KEPT_MS = 400 * 86_400_000;

/** Takes an entry down in the centre's stream and in its office's; a look that was taken down just now is passed over. */
const RECORD = `
if ARGV[2] ~= '' and not redis.call('SET', KEYS[3], '1', 'NX', 'EX', ARGV[2]) then return 0 end
redis.call('XADD', KEYS[1], 'MINID', '~', ARGV[3], '*', 'entry', ARGV[1])
if KEYS[2] ~= KEYS[1] then redis.call('XADD', KEYS[2], 'MINID', '~', ARGV[3], '*', 'entry', ARGV[1]) end
return 1`;

/** The zone whose dates limit a question: that of the wall. */
const ZONE = "Asia/Almaty";
const PAGE = 500;
/** How many entries a question looks at before it hands over what it has found. */
const MOST_LOOKED_AT = 20_000;

function viewOf([id, [, text]]: readonly [string, readonly string[]]): AuditView {
  return { id, ...(JSON.parse(text as string) as Omit<AuditView, "id">) };
}

/** The log of who did what: streams in Redis that are only added to. What is about an office is about its region too. */
export function auditStore(
  nodes: RedisNodes,
  clock: Pick<Clock, "now">,
  regionOf: (office: string) => string | null,
): AuditLog {
  return {
    async record(entry: AuditEntry) {
      const { by, act, what, office = null, operator = null } = entry;
      const region = (office === null ? null : regionOf(office)) ?? entry.region ?? by.region;
      const { id, role, name } = by;
      const text = JSON.stringify({ at: clock.now(), by: { id, role, name }, act, what, region, office, operator });
      const stream = office === null ? AUDIT_KEY : auditOfOfficeKey(office);
      const once = isLook(entry) ? `${SAME_LOOK_SECONDS}` : "";
      const oldest = `${Date.now() - KEPT_MS}`;
      const keys = [AUDIT_KEY, stream, auditLookKey(lookOf(entry))];
      await command(await nodes.at(0), ["EVAL", RECORD, "3", ...keys, text, once, oldest]);
    },
    async list(question) {
      const stream = question.office === null ? AUDIT_KEY : auditOfOfficeKey(question.office);
      const connection = await nodes.at(0);
      const items: AuditView[] = [];
      let last = question.before;
      for (let looked = 0; looked < MOST_LOOKED_AT; looked += PAGE) {
        const from = last === null ? "+" : `(${last}`;
        const args = ["XREVRANGE", stream, from, "-", "COUNT", `${PAGE}`];
        const page = await command<[string, string[]][]>(connection, args);
        for (const entry of page.map(viewOf)) {
          last = entry.id;
          if (!isAskedFor(entry, question, ZONE)) continue;
          items.push(entry);
          if (items.length === question.limit) return { items, next: last };
        }
        if (page.length < PAGE) return { items, next: null };
      }
      return { items, next: last };
    },
  };
}
