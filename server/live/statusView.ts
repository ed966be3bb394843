import type { Replica } from "./replica.ts";
import type { Room } from "./room.ts";

/** How a partition stands, as its followers know it. */
export interface PartitionStanding {
  /** Entries that are not folded yet. */
  lag: number;
  /** How far behind the newest entry the figures are, ms. */
  lagMs: number;
  /** Events per second of the last seconds. */
  rate: number;
  events: number;
  duplicates: number;
  dead: number;
  owner: string | null;
  /** Epoch ms of the last commit seen here. */
  committedAt: number;
}

/** How the centre itself is doing. */
export class StatusView {
  readonly partitions: readonly PartitionStanding[];
  readonly #replica: Replica;

  constructor(replica: Replica, partitions: number) {
    this.#replica = replica;
    this.partitions = Array.from({ length: partitions }, () => ({
      lag: 0,
      lagMs: 0,
      rate: 0,
      events: 0,
      duplicates: 0,
      dead: 0,
      owner: null,
      committedAt: 0,
    }));
  }

  /** Puts all rows of the scope `status` into its room. */
  put(room: Room): void {
    this.partitions.forEach(({ lag, lagMs, rate, events, duplicates, dead, owner, committedAt }, partition) => {
      const perSecond = Math.round(rate * 10) / 10;
      room.put(`partition:${partition}`, [lag, lagMs, perSecond, events, duplicates, dead, owner, committedAt || null]);
    });
    const deadByOffice = new Map<string, number>();
    for (const [counted, amount] of this.#replica.dead) {
      const office = counted.slice(0, counted.indexOf("|"));
      deadByOffice.set(office, (deadByOffice.get(office) ?? 0) + amount);
      room.put(`dead:${counted.replace("|", "/")}`, [amount]);
    }
    const troubled = new Set<string>();
    for (const live of this.#replica.offices.values()) {
      const { office, silentSince, missing, lastEvent } = live;
      const dead = deadByOffice.get(office.id) ?? 0;
      if (silentSince === null && missing === 0 && dead === 0) continue;
      troubled.add(`trouble:${office.id}`);
      room.put(`trouble:${office.id}`, [lastEvent || null, silentSince, missing, dead]);
    }
    room.keepOnly("trouble:", troubled);
  }
}
