import type { Cell, Delta, Scope, Snapshot, WireRow } from "../../shared/wire.ts";
import { WIRE_VERSION } from "../../shared/wire.ts";

/** Where and when a room's figures are of. */
export interface RoomPlace {
  readonly scope: Scope;
  readonly zone: string;
}

/**
 * What everybody in a room has been told: the rows as last sent, with epoch and version. Compares what is with what was
 * sent and makes one delta of the difference.
 */
export class Room {
  readonly place: RoomPlace;
  readonly epoch: string;
  #version = 0;
  readonly #sent = new Map<string, WireRow>();
  #set: Record<string, WireRow> = {};
  #patch: Record<string, Cell[]> = {};
  #drop: string[] = [];

  constructor(place: RoomPlace, epoch: string) {
    this.place = place;
    this.epoch = epoch;
  }

  /** Notes what a row is now; null: it is gone. */
  readonly put = (key: string, row: WireRow | null): void => {
    const before = this.#sent.get(key);
    if (row === null) {
      if (before === undefined) return;
      this.#sent.delete(key);
      this.#drop.push(key);
      return;
    }
    if (before === undefined || before.length !== row.length) {
      this.#set[key] = row;
      this.#sent.set(key, row);
      return;
    }
    let changes: Cell[] | null = null;
    for (let at = 0; at < row.length; at += 1) {
      if (row[at] === before[at]) continue;
      changes ??= [];
      changes.push(at, row[at] as Cell);
    }
    if (changes === null) return;
    this.#patch[key] = changes;
    this.#sent.set(key, row);
  };

  /** Drops every row of a kind that is not among `keys`. */
  keepOnly(prefix: string, keys: ReadonlySet<string>): void {
    for (const key of [...this.#sent.keys()]) if (key.startsWith(prefix) && !keys.has(key)) this.put(key, null);
  }

  /** The delta of all that was put since the last one; null when nothing changed. */
  delta(asOf: number): Delta | null {
    const set = Object.keys(this.#set).length > 0;
    const patch = Object.keys(this.#patch).length > 0;
    if (!set && !patch && this.#drop.length === 0) return null;
    this.#version += 1;
    const delta: Delta = {
      scope: this.place.scope,
      epoch: this.epoch,
      version: this.#version,
      asOf,
      ...(set ? { set: this.#set } : {}),
      ...(patch ? { patch: this.#patch } : {}),
      ...(this.#drop.length > 0 ? { drop: this.#drop } : {}),
    };
    this.#set = {};
    this.#patch = {};
    this.#drop = [];
    return delta;
  }

  /** All rows as last sent. */
  snapshot(asOf: number, day: number): Snapshot {
    const { scope, zone } = this.place;
    const rows = Object.fromEntries(this.#sent);
    return { wire: WIRE_VERSION, scope, epoch: this.epoch, version: this.#version, asOf, day, zone, rows };
  }
}
