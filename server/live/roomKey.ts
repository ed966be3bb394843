import type { Scope } from "../../shared/wire.ts";

/** A room: a scope with all its rows, or an office's without those of single operators. */
export type RoomKey = Scope | `office:${string}#totals`;

/** What is on the wire for everybody in the room. */
export function scopeOfRoom(key: RoomKey): Scope {
  const end = key.indexOf("#");
  return (end < 0 ? key : key.slice(0, end)) as Scope;
}

/** Whether the rows of single operators are in the room. */
export function hasPeople(key: RoomKey): boolean {
  return !key.endsWith("#totals");
}
