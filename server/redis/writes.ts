import { localDay } from "../../shared/time.ts";
import { boardOperator, boardTicket, mayBeOnBoard } from "../core/board.ts";
import type { Slot } from "../core/book.ts";
import { NEVER } from "../core/moment.ts";
import { type OfficeState, operatorDayKey } from "../core/office.ts";
import { packOpen } from "../core/openApplication.ts";
import { packApplication, packOperatorDay, packSpine, packTicket } from "../core/packing.ts";
import { EMPTY_ROW, packRow, type Row } from "../core/row.ts";
import { packSequence } from "../core/sequence.ts";
import { packSeries, type Series } from "../core/series.ts";
import type { Change, OfficeChange } from "./changes.ts";
import { type Checkpoint, packCheckpoint } from "./checkpoint.ts";
import {
  applicationsKey,
  boardKey,
  changesKey,
  checkpointKey,
  deadKey,
  dueKey,
  officesKey,
  openKey,
  operatorDaysKey,
  refusedKey,
  returnedKey,
  seenKey,
  spinesKey,
  ticketsKey,
} from "./keys.ts";
import { dirtyByKey, fieldOf, monthOf } from "./storedRows.ts";

/** A stream entry that is no event. */
export interface DeadLetter {
  readonly entry: string;
  readonly office: string;
  readonly reason: string;
  readonly message: string;
  readonly text: string;
}

/** What one commit writes: the offices that changed, the dead letters, and how far the stream is folded. */
export interface Batch {
  readonly offices: readonly OfficeState[];
  readonly dead: readonly DeadLetter[];
  readonly checkpoint: Checkpoint;
  /** The centre's clock, epoch ms. */
  readonly now: number;
  readonly duplicates: number;
  readonly folded: number;
  /** What else is written with it. */
  readonly also?: readonly string[][];
}

/** A commit of more events than this, as while catching up, names the offices that changed and leaves the rest out. */
const BULK = 2_000;
/** How many commits the stream of changes remembers. */
const CHANGES_KEPT = "2000";

/** The commands of one commit. Memory is marked clean by `settle` when they have been carried out. */
export function writesOf(partition: number, batch: Batch): string[][] {
  const commands: string[][] = [];
  const change: Change = { offices: {}, stale: {}, folded: batch.folded, duplicates: batch.duplicates, dead: {} };
  for (const office of batch.offices) writeOffice(partition, office, batch, commands, change);
  for (const letter of batch.dead) {
    const { entry, office, reason, message, text } = letter;
    commands.push([
      "XADD",
      deadKey(partition),
      "*",
      "entry",
      entry,
      "office",
      office,
      "reason",
      reason,
      "message",
      message,
      "event",
      text,
    ]);
    const counted = `${office}|${reason}`;
    change.dead[counted] = (change.dead[counted] ?? 0) + 1;
  }
  for (const [counted, amount] of Object.entries(change.dead))
    commands.push(["HINCRBY", refusedKey(partition), counted, `${amount}`]);
  commands.push(...(batch.also ?? []));
  commands.push(["SET", checkpointKey(partition), packCheckpoint(batch.checkpoint)]);
  commands.push(["XADD", changesKey(partition), "MAXLEN", "~", CHANGES_KEPT, "*", "c", JSON.stringify(change)]);
  return commands;
}

function hset<T>(
  commands: string[][],
  key: string,
  items: Iterable<T>,
  field: (of: T) => string,
  pack: (of: T) => string,
) {
  const args = ["HSET", key];
  for (const item of items) args.push(field(item), pack(item));
  if (args.length > 2) commands.push(args);
}

function writeOffice(partition: number, office: OfficeState, batch: Batch, commands: string[][], change: Change): void {
  const { id } = office.rules;
  const today = localDay(batch.now, office.zone);
  const changed: OfficeChange = {
    day: today,
    rows: {},
    board: {},
    last: office.lastEvent,
    arrival: office.lastArrival,
    missing: office.missing,
  };
  hset(
    commands,
    seenKey(partition),
    office.changedSources,
    (name) => `${id}|${name}`,
    (name) => packSequence(office.source(name)),
  );
  hset(commands, ticketsKey(partition, id), office.changedTickets, (of) => of.id, packTicket);
  hset(commands, applicationsKey(partition, id), office.changedApplications, (of) => of.id, packApplication);
  hset(
    commands,
    operatorDaysKey(partition, id),
    office.changedOperatorDays,
    (of) => operatorDayKey(of.operator, of.day),
    packOperatorDay,
  );
  const returned = office.changedApplications.filter(({ returns }) => returns.length > 0);
  if (returned.length > 0) commands.push(["SADD", returnedKey(partition, id), ...returned.map((of) => of.id)]);
  hset(commands, spinesKey(partition, id), office.changedSpines, (of) => of.operator, packSpine);
  writeRows(partition, office, today, commands, changed, change);
  writeOpen(partition, office, commands);
  writeDeadlines(partition, office, commands);
  writeBoard(partition, office, today, commands, changed);
  commands.push([
    "HSET",
    officesKey(partition),
    id,
    `${office.lastEvent}|${office.lastArrival}|${changed.missing}|${today}`,
  ]);
  const isBulk = batch.folded > BULK && Object.keys(changed.rows).length > 0;
  change.offices[id] = isBulk ? { ...changed, rows: {}, board: {}, reload: true } : changed;
}

function packSlot({ value }: Slot<Row | Series>): string {
  return "values" in value ? packSeries(value) : packRow(value);
}

function writeRows(
  partition: number,
  office: OfficeState,
  today: number,
  commands: string[][],
  changed: OfficeChange,
  change: Change,
): void {
  for (const [key, slots] of dirtyByKey(office, partition)) {
    const set = ["HSET", key];
    const drop = ["HDEL", key];
    for (const slot of slots) {
      const packed = packSlot(slot);
      if (packed === EMPTY_ROW || packed === "") drop.push(fieldOf(slot));
      else set.push(fieldOf(slot), packed);
      if (slot.day === today) {
        if (slot.kind !== "pair" && slot.kind !== "cause" && slot.kind !== "theme")
          changed.rows[`${slot.kind}|${slot.key}`] = packed;
      } else {
        const months = change.stale[office.rules.id] ?? [];
        change.stale[office.rules.id] = months;
        const month = monthOf(slot.day);
        if (!months.includes(month)) months.push(month);
      }
    }
    if (set.length > 2) commands.push(set);
    if (drop.length > 2) commands.push(drop);
  }
}

/** Keeps the index of what is in hand equal to the applications. */
function writeOpen(partition: number, office: OfficeState, commands: string[][]): void {
  const key = openKey(partition, office.rules.id);
  const set = ["HSET", key];
  const drop = ["HDEL", key];
  for (const application of office.changedApplications) {
    const packed = packOpen(application);
    if (packed === null) drop.push(application.id);
    else set.push(application.id, packed);
  }
  if (set.length > 2) commands.push(set);
  if (drop.length > 2) commands.push(drop);
}

function writeDeadlines(partition: number, office: OfficeState, commands: string[][]): void {
  const add = ["ZADD", dueKey(partition)];
  const drop = ["ZREM", dueKey(partition)];
  for (const application of office.changedApplications) {
    if (!application.dueChanged) continue;
    const member = `${office.rules.id}|${application.id}`;
    if (application.duePassed || application.due === NEVER) drop.push(member);
    else add.push(`${application.due}`, member);
  }
  if (add.length > 2) commands.push(add);
  if (drop.length > 2) commands.push(drop);
}

function writeBoard(
  partition: number,
  office: OfficeState,
  today: number,
  commands: string[][],
  changed: OfficeChange,
): void {
  const key = boardKey(partition, office.rules.id);
  const set = ["HSET", key];
  const drop = ["HDEL", key];
  if (office.boardDay !== today) {
    commands.push(["DEL", key]);
    office.boardDay = today;
    changed.newBoard = true;
  }
  for (const ticket of office.changedTickets) {
    const shown = boardTicket(ticket, today, office.zone);
    if (shown === null && !(ticket.onBoard && mayBeOnBoard(ticket, today, office.zone))) continue;
    const field = `t|${ticket.id}`;
    if (shown === null) drop.push(field);
    else set.push(field, JSON.stringify(shown));
    ticket.onBoard = shown !== null;
    changed.board[field] = shown;
  }
  for (const day of office.changedOperatorDays) {
    if (day.day !== today) continue;
    const shown = boardOperator(day);
    const field = `o|${day.operator}`;
    set.push(field, JSON.stringify(shown));
    changed.board[field] = shown;
  }
  if (set.length > 2) commands.push(set);
  if (drop.length > 2) commands.push(drop);
}

/** What was written is clean: memory and store agree. */
export function settle(batch: Batch): void {
  for (const office of batch.offices) office.settle();
}
