import type { Cell, WireRow } from "../../shared/wire.ts";
import { quarterOf } from "../core/series.ts";
import { putCalls } from "./calls.ts";
import { figureRow } from "./figureRow.ts";
import type { LiveOffice } from "./liveOffice.ts";
import type { Replica, Union } from "./replica.ts";
import { hasPeople, type RoomKey, scopeOfRoom } from "./roomKey.ts";

/** Puts a row into a view under its key; null drops it. */
export type PutRow = (key: string, row: WireRow | null) => void;

/** What a room shows: all of it, or what offices that changed may have changed. */
export interface View {
  /** All rows. */
  all(put: PutRow): void;
  /** The rows that a change of these offices touches. */
  changed(offices: ReadonlySet<LiveOffice>, put: PutRow): void;
  /** Whether a change of this office touches the view. */
  concerns(office: LiveOffice): boolean;
}

function unionRow(replica: Replica, union: Union): Cell[] {
  const reach = replica.reachOf(union.offices);
  return figureRow(reach.reporting === 0 ? null : union.row, replica.stockOf(union), reach);
}

function officeRow(replica: Replica, live: LiveOffice): Cell[] {
  return figureRow(live.row, live.stock, replica.reachOf([live]));
}

function putQuarters(series: LiveOffice["series"], put: PutRow): void {
  for (let quarter = 0; quarter < 96; quarter += 1) {
    const figures = quarterOf(series, quarter);
    if (figures !== null) put(`quarter:${quarter}`, figures);
  }
}

function countryView(replica: Replica): View {
  const { country, regions } = replica;
  const putTotal = (put: PutRow) => {
    put("total", unionRow(replica, country));
    putQuarters(country.series, put);
  };
  return {
    all(put) {
      putTotal(put);
      for (const region of regions.values()) put(`region:${region.id}`, unionRow(replica, region));
    },
    changed(offices, put) {
      putTotal(put);
      const touched = new Set([...offices].map((live) => replica.regionOf(live)));
      for (const region of touched) put(`region:${region.id}`, unionRow(replica, region));
    },
    concerns: () => true,
  };
}

function regionView(replica: Replica, union: Union): View {
  const putTotal = (put: PutRow) => {
    put("total", unionRow(replica, union));
    putQuarters(union.series, put);
  };
  return {
    all(put) {
      putTotal(put);
      for (const live of union.offices) put(`office:${live.office.id}`, officeRow(replica, live));
    },
    changed(offices, put) {
      putTotal(put);
      for (const live of offices)
        if (union.offices.includes(live)) put(`office:${live.office.id}`, officeRow(replica, live));
    },
    concerns: (live) => union.offices.includes(live),
  };
}

function deskRow(live: LiveOffice, operator: string): Cell[] {
  const person = live.people.get(operator);
  if (person === undefined) return [null, "away", null, null, "", null, null, null];
  const { signedInSince, pausedSince, pausedFor, desk, role } = person;
  const common = (
    state: string,
    since: number | null,
    ticket: string | null,
    reason: string,
    reasonSince: number | null = null,
  ): Cell[] => [desk || null, state, since, ticket, reason, signedInSince || null, role || null, reasonSince];
  if (signedInSince === 0) return common("away", null, null, "");
  if (pausedSince > 0) return common("paused", pausedSince, null, pausedFor);
  for (const [id, ticket] of live.tickets)
    if (ticket.state === "serving" && ticket.operator === operator)
      return common("serving", ticket.since, id, ticket.pausedFor, ticket.pausedSince || null);
  return common("free", null, null, "");
}

function officeView(replica: Replica, live: LiveOffice, people: boolean): View {
  const calls = putCalls(live);
  const all = (put: PutRow) => {
    calls(put);
    put("total", officeRow(replica, live));
    putQuarters(live.series, put);
    if (people) for (const [operator, row] of live.operators) put(`operator:${operator}`, figureRow(row, null, null));
    for (const [matter, row] of live.matters)
      put(`service:${matter.slice(0, matter.indexOf("|"))}`, figureRow(row, null, null, false));
    for (const queue of ["services", "priority", "banking", "collection"]) {
      const of = live.stock.queues.get(queue);
      put(`queue:${queue}`, [of?.waiting ?? 0, of?.oldest || null, of?.called ?? 0]);
    }
    if (people) for (const operator of live.people.keys()) put(`desk:${operator}`, deskRow(live, operator));
  };
  return { all, changed: (_, put) => all(put), concerns: (of) => of === live };
}

/** The view of a room; null when there is no such region or office. */
export function viewOf(replica: Replica, key: RoomKey): View | null {
  const scope = scopeOfRoom(key);
  if (scope === "country") return countryView(replica);
  const id = scope.slice(scope.indexOf(":") + 1);
  if (scope.startsWith("region:")) {
    const region = replica.regions.get(id);
    return region === undefined ? null : regionView(replica, region);
  }
  const office = replica.offices.get(id);
  return office === undefined ? null : officeView(replica, office, hasPeople(key));
}
