import { type Audit, type AuditEntry, isLook, lookOf, SAME_LOOK_SECONDS } from "../access/audit.ts";
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

/** The log of who did what: streams in Redis that are only added to. */
export function auditStore(nodes: RedisNodes, clock: Pick<Clock, "now">): Audit {
  return {
    async record(entry: AuditEntry) {
      const { by, act, what, region = by.region, office = null, operator = null } = entry;
      const { id, role, name } = by;
      const text = JSON.stringify({ at: clock.now(), by: { id, role, name }, act, what, region, office, operator });
      const stream = office === null ? AUDIT_KEY : auditOfOfficeKey(office);
      const once = isLook(entry) ? `${SAME_LOOK_SECONDS}` : "";
      const oldest = `${Date.now() - KEPT_MS}`;
      const keys = [AUDIT_KEY, stream, auditLookKey(lookOf(entry))];
      await command(await nodes.at(0), ["EVAL", RECORD, "3", ...keys, text, once, oldest]);
    },
  };
}
