import type { Dispute } from "../../shared/floor.ts";
import type { DisputeEntry } from "./floorPorts.ts";

/** The disputes that entries come to, in the order in which they were raised. Of several answers the last counts. */
export function disputesOf(entries: Iterable<DisputeEntry>): readonly Dispute[] {
  const found = new Map<string, Dispute>();
  for (const entry of entries) {
    const { id, at } = entry;
    const before = found.get(id);
    if (entry.said === "disputed") {
      if (before !== undefined) continue;
      const { operator, day, subject, reason, note } = entry;
      found.set(id, { id, operator, day, subject, reason, note, at, withdrawnAt: null, answer: null });
    } else if (before === undefined) continue;
    else if (entry.said === "withdrawn") found.set(id, { ...before, withdrawnAt: before.withdrawnAt ?? at });
    else found.set(id, { ...before, answer: { answer: entry.answer, note: entry.note, at, by: entry.by } });
  }
  return [...found.values()];
}
