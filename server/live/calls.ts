import type { WireRow } from "../../shared/wire.ts";
import type { LiveOffice } from "./liveOffice.ts";
import type { PutRow } from "./view.ts";

/** How many calls a hall is told of. */
const MOST = 8;

/** The tickets that were called last and are at a desk, newest first, as rows of `CALL_FIELDS`. No operator is named. */
function callsOf(live: LiveOffice): readonly (readonly [ticket: string, row: WireRow])[] {
  return [...live.tickets]
    .filter(([, { state, since }]) => state === "serving" && since !== null)
    .sort(([a, { since: one }], [b, { since: other }]) => (other as number) - (one as number) || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([ticket, { desk, since, queue }]) => [ticket, [desk || null, since, queue || null]]);
}

/** Puts an office's calls into a view, and takes out those that are over. */
export function putCalls(live: LiveOffice): (put: PutRow) => void {
  let shown = new Set<string>();
  return (put) => {
    const calls = callsOf(live);
    const now = new Set(calls.map(([ticket]) => ticket));
    for (const ticket of shown) if (!now.has(ticket)) put(`call:${ticket}`, null);
    for (const [ticket, row] of calls) put(`call:${ticket}`, row);
    shown = now;
  };
}
