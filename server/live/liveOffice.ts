import type { Office } from "../../shared/reference.ts";
import type { Day } from "../../shared/time.ts";
import type { OperatorNow, TicketNow } from "../core/board.ts";
import { EMPTY_ROW, emptyRow, type Row, unpackRow } from "../core/row.ts";
import { emptySeries, type Series, unpackSeries } from "../core/series.ts";
import type { OfficeChange } from "../redis/changes.ts";
import { PackedRows } from "./packedRows.ts";

/** The queue and the desks of an office, counted from its board. */
export interface Stock {
  waiting: number;
  /** Epoch ms of the oldest ticket that waits; 0: nobody waits. */
  oldest: number;
  serving: number;
  free: number;
  operatorsServing: number;
  paused: number;
  signedIn: number;
  readonly queues: Map<string, { waiting: number; oldest: number; called: number }>;
}

/** Stock of nothing. */
export function emptyStock(): Stock {
  return { waiting: 0, oldest: 0, serving: 0, free: 0, operatorsServing: 0, paused: 0, signedIn: 0, queues: new Map() };
}

function older(a: number, b: number): number {
  return a === 0 ? b : b === 0 ? a : Math.min(a, b);
}

/** Adds one stock to another: sums, and the oldest of both. */
export function addStock(sum: Stock, of: Stock): void {
  sum.waiting += of.waiting;
  sum.oldest = older(sum.oldest, of.oldest);
  sum.serving += of.serving;
  sum.free += of.free;
  sum.operatorsServing += of.operatorsServing;
  sum.paused += of.paused;
  sum.signedIn += of.signedIn;
}

/** What one web process holds of an office's running day. */
export class LiveOffice {
  readonly office: Office;
  day: Day = -1;
  row: Row | null = null;
  series: Series = emptySeries();
  /** The series before the last change: the next one is put into it. */
  #former: Series | undefined;
  readonly operators = new PackedRows();
  readonly matters = new PackedRows();
  readonly tickets = new Map<string, TicketNow>();
  readonly people = new Map<string, OperatorNow>();
  stock: Stock = emptyStock();
  lastEvent = 0;
  lastArrival = 0;
  missing = 0;
  silentSince: number | null = null;

  constructor(office: Office) {
    this.office = office;
  }

  /** A new local day begins: its figures start from nothing. */
  begin(day: Day): void {
    this.day = day;
    this.row = null;
    this.series = emptySeries();
    this.operators.clear();
    this.matters.clear();
    this.tickets.clear();
    this.people.clear();
    this.stock = emptyStock();
  }

  /** Takes over what a commit says; rows and board entries of another day are passed over. */
  apply(change: OfficeChange): void {
    this.lastEvent = Math.max(this.lastEvent, change.last);
    this.lastArrival = Math.max(this.lastArrival, change.arrival);
    this.missing = change.missing;
    if (change.day < this.day) return;
    if (change.day > this.day) this.begin(change.day);
    if (change.newBoard) {
      this.tickets.clear();
      this.people.clear();
    }
    for (const [name, packed] of Object.entries(change.rows)) this.takeRow(name, packed);
    for (const [name, shown] of Object.entries(change.board)) this.takeBoard(name, shown);
    this.countStock();
  }

  /** Takes a packed row by `kind|key`. */
  takeRow(name: string, packed: string): void {
    const bar = name.indexOf("|");
    const kind = name.slice(0, bar);
    const key = name.slice(bar + 1);
    if (kind === "series") this.#takeSeries(packed);
    else if (kind === "office") this.row = unpackRow(packed);
    else if (packed === EMPTY_ROW) (kind === "operator" ? this.operators : this.matters).delete(key);
    else if (kind === "operator") this.operators.set(key, packed);
    else if (kind === "matter") this.matters.set(key, packed);
  }

  #takeSeries(packed: string): void {
    const next = unpackSeries(packed, this.#former);
    this.#former = this.series;
    this.series = next;
  }

  /** Takes an entry of the board by `t|ticket` or `o|operator`; null takes it off. */
  takeBoard(name: string, shown: TicketNow | OperatorNow | null): void {
    const id = name.slice(2);
    const map: Map<string, TicketNow | OperatorNow> = name.startsWith("t|") ? this.tickets : this.people;
    if (shown === null) map.delete(id);
    else map.set(id, shown);
  }

  /** Counts the stock anew from the board. */
  countStock(): void {
    const stock = emptyStock();
    const busy = new Set<string>();
    for (const ticket of this.tickets.values()) {
      const queue = stock.queues.get(ticket.queue) ?? { waiting: 0, oldest: 0, called: 0 };
      stock.queues.set(ticket.queue, queue);
      if (ticket.state === "waiting") {
        stock.waiting += 1;
        stock.oldest = older(stock.oldest, ticket.since ?? 0);
        queue.waiting += 1;
        queue.oldest = older(queue.oldest, ticket.since ?? 0);
      } else {
        stock.serving += 1;
        queue.called += 1;
        busy.add(ticket.operator);
      }
    }
    for (const [id, person] of this.people) {
      if (person.signedInSince === 0) continue;
      stock.signedIn += 1;
      if (person.pausedSince > 0) stock.paused += 1;
      else if (busy.has(id)) stock.operatorsServing += 1;
      else if (person.role === "" || person.role === "operator") stock.free += 1;
    }
    this.stock = stock;
  }

  /** The day's row, or one of nothing. */
  get figures(): Row {
    return this.row ?? emptyRow();
  }
}
