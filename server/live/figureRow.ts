import { type Cell, FIGURE_FIELDS, type FigureField } from "../../shared/wire.ts";
import { AT, type Counter, type Row } from "../core/row.ts";
import { distribution, type Tally } from "../core/tally.ts";
import type { Stock } from "./liveOffice.ts";

/** How far the figures of a unit reach. */
export interface Reach {
  expected: number;
  reporting: number;
  silent: number;
  /** Epoch ms, 0 for none. */
  oldestEvent: number;
  lastEvent: number;
  missing: number;
}

const PLACE = Object.fromEntries(FIGURE_FIELDS.map((name, index) => [name, index])) as Record<FigureField, number>;
const PLAIN = FIGURE_FIELDS.filter((name) => name in AT && !["signedIn", "paused", "serving"].includes(name)).map(
  (name) => [PLACE[name], AT[name as Counter]] as const,
);

function put(cells: Cell[], name: FigureField, value: Cell): void {
  cells[PLACE[name]] = value;
}

function putTally(cells: Cell[], prefix: "waiting" | "service" | "lead", tally: Tally | null): void {
  if (tally === null || tally.n === 0) {
    put(cells, `${prefix}N`, 0);
    return;
  }
  const { n, mean, p50, p90, max } = distribution(tally);
  put(cells, `${prefix}N`, n);
  put(cells, `${prefix}Mean`, mean === null ? null : Math.round(mean * 10) / 10);
  for (const [end, value] of [
    ["P50", p50],
    ["P90", p90],
    ["Max", max],
  ] as const)
    put(cells, `${prefix}${end}`, value === null ? null : Math.round(value * 10) / 10);
}

/**
 * The figures of a unit as they travel, in the order of `FIGURE_FIELDS`; what was never told is null. With `tickets`
 * false what is counted in tickets and desk time stays null: a service has none.
 */
export function figureRow(row: Row | null, stock: Stock | null, reach: Reach | null, tickets = true): Cell[] {
  const cells: Cell[] = new Array<Cell>(FIGURE_FIELDS.length).fill(null);
  if (row !== null) {
    for (const [place, counter] of PLAIN) cells[place] = row.counts[counter] as number;
    putTally(cells, "waiting", row.waiting);
    putTally(cells, "service", row.service);
    putTally(cells, "lead", row.lead);
    const ratings = row.counts[AT.ratingsN] as number;
    put(cells, "ratingsMean", ratings === 0 ? null : (row.counts[AT.ratingsSum] as number) / ratings);
    for (const track of ["signedIn", "paused", "serving"] as const) {
      put(cells, track, (row.counts[AT[track]] as number) - (row.counts[AT[`${track}Start`]] as number));
      put(cells, `${track}Open`, row.counts[AT[`${track}Open`]] as number);
    }
    if (!tickets) for (const name of TICKET_FIELDS) put(cells, name, null);
  }
  if (stock !== null) {
    put(cells, "waitingNow", stock.waiting);
    put(cells, "longestWaitSince", stock.oldest || null);
    put(cells, "beingServed", stock.serving);
    put(cells, "operatorsFree", stock.free);
    put(cells, "operatorsServing", stock.operatorsServing);
    put(cells, "operatorsPaused", stock.paused);
    put(cells, "operatorsSignedIn", stock.signedIn);
  }
  if (reach !== null) {
    put(cells, "officesExpected", reach.expected);
    put(cells, "officesReporting", reach.reporting);
    put(cells, "officesSilent", reach.silent);
    put(cells, "oldestEvent", reach.oldestEvent || null);
    put(cells, "lastEvent", reach.lastEvent || null);
    put(cells, "missingEvents", reach.missing);
  }
  return cells;
}

const TICKET_FIELDS = FIGURE_FIELDS.slice(
  FIGURE_FIELDS.indexOf("ticketsIssued"),
  FIGURE_FIELDS.indexOf("leadN"),
).concat(["signedIn", "signedInOpen", "paused", "pausedOpen", "serving", "servingOpen"]);
