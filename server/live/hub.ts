import { localDay } from "../../shared/time.ts";
import type { Delta, Pulse, Scope, Snapshot } from "../../shared/wire.ts";
import type { Clock } from "../ports.ts";
import { putAlerts } from "./alertRows.ts";
import { attentionOf } from "./attention.ts";
import { ComparedUnits, type Comparisons, comparisonRow } from "./comparisons.ts";
import type { LiveOffice } from "./liveOffice.ts";
import type { Replica } from "./replica.ts";
import { Room } from "./room.ts";
import { type RoomKey, scopeOfRoom } from "./roomKey.ts";
import type { StatusView } from "./statusView.ts";
import { type View, viewOf } from "./view.ts";

/** Sends what the hub has to say; the only one who knows about sockets. */
export interface Audience {
  delta(room: RoomKey, delta: Delta): void;
  /** A pulse to a room of which nothing else is told, or, with null, to those who are in none. */
  pulse(pulse: Pulse, room: RoomKey | null): void;
  /** How many are in the room. */
  viewers(room: RoomKey): number;
}

export interface HubParts {
  readonly replica: Replica;
  readonly status: StatusView;
  readonly clock: Clock;
  readonly audience: Audience;
  /** Everything stored before this moment (epoch ms) is in the figures. */
  reach(): number;
  /** Progress of history that is being laid down. */
  history(): number | null;
}

interface OpenRoom {
  readonly key: RoomKey;
  readonly room: Room;
  readonly view: View | null;
  readonly dirty: Set<LiveOffice>;
  /** A second has passed since its last pulse. */
  pulseDue: boolean;
  lastSent: number;
  timer: NodeJS.Timeout | null;
}

/** A room that was quiet is told at once, then at most this often, ms: a little less than commits stand apart. */
const COALESCE_MS = 45;
/** A large room is told a little less often, as each telling costs: so much for each viewer beyond so many, ms. */
const MS_A_VIEWER = 0.65;
const FEW_VIEWERS = 150;
const LONGEST_COALESCE_MS = 600;
/** Country's zone: the days of the wall. */
const ZONE = "Asia/Almaty";

/**
 * One delta a room: computed once, encoded once, the same bytes to all. A room stands from the first watcher on; nothing
 * changed, nothing sent.
 */
export class Hub {
  readonly #parts: HubParts;
  readonly #epoch: string;
  readonly #rooms = new Map<RoomKey, OpenRoom>();
  readonly #compared: ComparedUnits;
  #timer: NodeJS.Timeout | null = null;
  /** How many rooms were ever opened: a room that is opened again has another epoch. */
  #opened = 0;

  /** @param epoch differs with every start: versions count from its beginning */
  constructor(parts: HubParts, epoch: string) {
    this.#parts = parts;
    this.#epoch = epoch;
    this.#compared = new ComparedUnits(parts.replica);
    parts.replica.listen((live) => {
      for (const open of this.#rooms.values()) if (open.view?.concerns(live)) this.#mark(open, live);
    });
  }

  /** Begins to count the seconds. */
  start(): void {
    this.#timer = setInterval(() => this.#everySecond(), 1_000);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    for (const { timer } of this.#rooms.values()) if (timer !== null) clearTimeout(timer);
  }

  /** The snapshot of a room, which is open from now on; null when there is no such scope. */
  watch(key: RoomKey): Snapshot | null {
    const scope = scopeOfRoom(key);
    let open = this.#rooms.get(key);
    if (open === undefined) {
      this.#opened += 1;
      const view = scope === "status" ? null : viewOf(this.#parts.replica, key);
      if (view === null && scope !== "status") return null;
      const room = new Room({ scope, zone: this.#zoneOf(scope) }, `${this.#epoch}-${this.#opened}`);
      open = { key, room, view, dirty: new Set(), pulseDue: false, lastSent: 0, timer: null };
      this.#rooms.set(key, open);
      view?.all(room.put);
      this.#putSlow(open);
      room.delta(0);
    }
    const asOf = this.#parts.reach();
    return open.room.snapshot(asOf, localDay(this.#parts.clock.now(), open.room.place.zone));
  }

  /** Nobody is in it any more: the room closes. */
  close(key: RoomKey): void {
    const open = this.#rooms.get(key);
    if (open?.timer) clearTimeout(open.timer);
    this.#rooms.delete(key);
  }

  /** What every client is told once a second. */
  pulse(): Pulse {
    const { clock, reach, history } = this.#parts;
    return { now: clock.now(), clockOffset: clock.offset, asOf: reach(), history: history() };
  }

  #zoneOf(scope: Scope): string {
    const { index } = this.#parts.replica;
    const id = scope.slice(scope.indexOf(":") + 1);
    return index.offices.get(id)?.zone ?? index.regions.get(id)?.zone ?? ZONE;
  }

  #mark(open: OpenRoom, live: LiveOffice): void {
    open.dirty.add(live);
    this.#schedule(open);
  }

  #schedule(open: OpenRoom): void {
    if (open.timer !== null) return;
    const crowd = (this.#parts.audience.viewers(open.key) - FEW_VIEWERS) * MS_A_VIEWER;
    const pace = Math.min(LONGEST_COALESCE_MS, Math.max(COALESCE_MS, crowd));
    const wait = Math.max(0, open.lastSent + pace - performance.now());
    open.timer = setTimeout(() => this.#send(open), wait);
  }

  #send(open: OpenRoom): void {
    open.timer = null;
    open.lastSent = performance.now();
    if (open.dirty.size > 0) open.view?.changed(open.dirty, open.room.put);
    open.dirty.clear();
    const { audience, reach } = this.#parts;
    const delta = open.room.delta(reach());
    const { key, pulseDue } = open;
    open.pulseDue = false;
    if (delta !== null) audience.delta(key, pulseDue ? { ...delta, pulse: this.pulse() } : delta);
    else if (pulseDue) audience.pulse(this.pulse(), key);
  }

  #everySecond(): void {
    const { replica, clock, audience } = this.#parts;
    replica.tick(clock.now());
    audience.pulse(this.pulse(), null);
    if (this.#rooms.size === 0) return;
    this.#compared.anew();
    for (const open of this.#rooms.values()) {
      open.pulseDue = true;
      this.#putSlow(open);
      this.#schedule(open);
    }
  }

  /** What is computed once a second: comparisons, attention, status. */
  #putSlow({ room }: OpenRoom): void {
    const { replica, clock, status } = this.#parts;
    const { scope } = room.place;
    if (scope === "status") {
      status.put(room);
      return;
    }
    putAlerts(room, scope, replica);
    const id = scope.slice(scope.indexOf(":") + 1);
    const region = scope === "country" ? replica.country : replica.regions.get(id);
    if (region === undefined) {
      this.#putOwnComparison(room, id);
      return;
    }
    const members = new Set(region.offices.map(({ office }) => office.id));
    const compared = scope === "country" ? this.#compared.regions : among(this.#compared.offices, members);
    for (const [measure, units] of Object.entries(compared))
      for (const unit of units) room.put(`compare:${measure}/${unit.id}`, comparisonRow(unit));
    const attention = attentionOf(region.offices, compared, clock.now());
    room.keepOnly("attention:", new Set(attention.map(([key]) => key)));
    for (const [key, row] of attention) room.put(key, row);
  }

  #putOwnComparison(room: Room, office: string): void {
    for (const [measure, units] of Object.entries(this.#compared.offices)) {
      const own = units.find(({ id }) => id === office);
      if (own !== undefined) room.put(`compare:${measure}/${office}`, comparisonRow(own));
    }
  }
}

function among(all: Comparisons, members: ReadonlySet<string>): Comparisons {
  return Object.fromEntries(
    Object.entries(all).map(([measure, units]) => [measure, units.filter(({ id }) => members.has(id))]),
  ) as unknown as Comparisons;
}
