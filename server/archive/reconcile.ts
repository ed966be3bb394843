import type { ReconciledFigure, Reconciliation } from "../../shared/reconciliation.ts";
import { DAY_MS, type Day, formatDay, localDay } from "../../shared/time.ts";
import type { OfficeRules } from "../core/office.ts";
import { addStored, RECONCILED, type Reconciled, TIMED } from "../core/reconcile.ts";
import { Recount } from "../core/recount.ts";
import { unpackRow } from "../core/row.ts";
import { checkAgainst, decodeEvent } from "../ingest/decode.ts";
import type { Clock } from "../ports.ts";
import { allEntries, type EventSource } from "./allEntries.ts";
import { type ArchivedEntry, compareIds } from "./archivedDay.ts";
import { SequenceLedger, type SourceHoles } from "./sequenceLedger.ts";

/** The stored rows of offices of one partition at one moment, and the last entry that they contain. */
export interface StoredSnapshot {
  readonly checkpoint: string;
  readonly rows: ReadonlyMap<string, readonly (readonly [day: Day, packed: string])[]>;
}

export interface ReconcileParts {
  readonly source: EventSource;
  readonly clock: Clock;
  partitionOf(office: string): number;
  rules(office: string): OfficeRules | null;
  snapshot(partition: number, offices: readonly string[], from: Day, to: Day): Promise<StoredSnapshot>;
}

export interface ReconcileQuestion {
  readonly from: Day;
  readonly to: Day;
  readonly offices: readonly string[];
}

/** How it goes on: called often, between small steps. @throws to end the work */
export type Step = (progress: number) => Promise<void>;

/** Days of arrival before the period that are read too: what was accepted then may be due or ready in it. */
const EARLIER_DAYS = 400;
/** Offices are counted together as long as about so many events are in memory. */
const AT_ONCE = 500_000;
const SHOWN = 200;

const OFFICE = /"\/offices\/([^/"]+)\//;

/** The office that an event's text names, as far as that can be seen at a glance; null: look closer. */
function officeAtAGlance(text: string): string | null {
  return OFFICE.exec(text)?.[1] ?? null;
}

class Counting {
  readonly ledger = new SequenceLedger();
  readonly recounts = new Map<string, Recount>();
  read = 0;
  distinct = 0;
  repeated = 0;
  refused = 0;
  readonly #parts: ReconcileParts;

  constructor(parts: ReconcileParts, offices: readonly string[], now: number) {
    this.#parts = parts;
    for (const office of offices) {
      const rules = parts.rules(office);
      if (rules !== null) this.recounts.set(office, new Recount({ ...pick(rules), now }));
    }
  }

  /** Takes in an entry when it is about one of the offices. */
  take([id, text]: ArchivedEntry): void {
    const glance = officeAtAGlance(text);
    if (glance !== null && !this.recounts.has(glance)) return;
    const decoded = decodeEvent(text);
    const arrived = Number(id.slice(0, id.indexOf("-"))) + this.#parts.clock.offset;
    const { office } = decoded;
    const recount = office === undefined ? undefined : this.recounts.get(office);
    if (recount === undefined) return;
    this.read += 1;
    const known = { knownOffice: () => true, arrival: arrived };
    if (!decoded.ok || checkAgainst(decoded, known) !== null) this.refused += 1;
    else if (!this.ledger.note(decoded.office, decoded.producer, decoded.sequence)) this.repeated += 1;
    else {
      this.distinct += 1;
      const { event, time, sequence } = decoded;
      recount.add({ event, time, sequence, arrival: Math.floor(arrived / DAY_MS) });
    }
  }
}

function pick({ zone, waitNorm, deadline }: OfficeRules) {
  return { zone, waitNorm, deadline };
}

function compared(figure: Reconciled, stored: number, recounted: number): ReconciledFigure {
  const timed = TIMED.has(figure);
  const shown = (amount: number) => (timed ? amount / 1000 : amount);
  return {
    ...{ figure, unit: timed ? ("seconds" as const) : ("count" as const) },
    ...{ stored: shown(stored), recounted: shown(recounted), difference: shown(stored - recounted) },
  };
}

/**
 * Counts a period anew from all archived events and those in the streams, office by office and plainly, and holds every
 * figure against the stored rows of the same moment.
 */
export async function reconcile(
  parts: ReconcileParts,
  question: ReconcileQuestion,
  step: Step,
): Promise<Reconciliation> {
  const { source, clock, partitionOf, snapshot } = parts;
  const { from, to } = question;
  const stored: Record<string, number> = {};
  const recounted: Record<string, number> = {};
  const differing: Reconciliation["differing"][number][] = [];
  const holes: SourceHoles[] = [];
  const events = { read: 0, distinct: 0, repeated: 0, refused: 0, promised: 0, missing: 0 };
  let readFrom: string | null = null;
  let partial = false;
  const fromDay = formatDay(from - EARLIER_DAYS - Math.ceil(clock.offset / DAY_MS));
  const groups = await groupsOf(parts, question.offices, fromDay, partitionOf);
  let asOf = clock.now();
  for (const [at, { partition, offices, days }] of groups.entries()) {
    const now = clock.now();
    asOf = now;
    const { checkpoint, rows } = await snapshot(partition, offices, from, to);
    const counting = new Counting(parts, offices, now);
    for (const day of days) {
      if (day.day < fromDay) partial = true;
      else if (readFrom === null || day.day < readFrom) readFrom = day.day;
    }
    let seen = 0;
    const expected = Math.max(
      1,
      days.reduce((sum, day) => sum + (day.day < fromDay ? 0 : day.entries), 0),
    );
    for await (const slice of allEntries(source, partition, fromDay)) {
      for (const entry of slice) if (compareIds(entry[0], checkpoint) <= 0) counting.take(entry);
      if (readFrom === null && slice[0] !== undefined)
        readFrom = formatDay(Math.floor(Number(slice[0][0].split("-")[0]) / DAY_MS));
      seen += slice.length;
      await step((at + Math.min(0.9, (0.9 * seen) / expected)) / groups.length);
    }
    for (const [office, recount] of counting.recounts) {
      const zone = (parts.rules(office) as OfficeRules).zone;
      const mine: Record<string, number> = {};
      for (const [day, packed] of rows.get(office) ?? [])
        if (day >= from && day <= to) addStored(mine, unpackRow(packed), day, localDay(now, zone), now);
      const work = recount.counting(from, to);
      let sums: Readonly<Record<string, number>> | null = null;
      while (sums === null) {
        const { value, done } = work.next();
        if (done) sums = value;
        else await step((at + 0.95) / groups.length);
      }
      for (const figure of RECONCILED) {
        const [a, b] = [mine[figure] ?? 0, sums[figure] ?? 0];
        stored[figure] = (stored[figure] ?? 0) + a;
        recounted[figure] = (recounted[figure] ?? 0) + b;
        if (a !== b && differing.length < SHOWN) differing.push({ office, ...compared(figure, a, b) });
      }
    }
    for (const name of ["read", "distinct", "repeated", "refused"] as const) events[name] += counting[name];
    const { promised, missing } = counting.ledger.totals(partial);
    events.promised += promised;
    events.missing += missing;
    holes.push(...counting.ledger.holes());
  }
  return {
    ...{ from: formatDay(from), to: formatDay(to), asOf: new Date(asOf).toISOString() },
    ...{ offices: question.offices.length, events, readFrom, partial, differing },
    figures: RECONCILED.map((figure) => compared(figure, stored[figure] ?? 0, recounted[figure] ?? 0)),
    holes: holes.slice(0, SHOWN).map(({ office, producer, missing, seen }) => ({ office, producer, missing, seen })),
  };
}

/** Parts the offices into groups that are counted in one reading of their partition. */
async function groupsOf(
  { source: { folder } }: ReconcileParts,
  offices: readonly string[],
  fromDay: string,
  partitionOf: (office: string) => number,
) {
  const byPartition = new Map<number, string[]>();
  for (const office of offices) {
    const partition = partitionOf(office);
    byPartition.set(partition, [...(byPartition.get(partition) ?? []), office]);
  }
  const groups: { partition: number; offices: string[]; days: Awaited<ReturnType<typeof folder.days>> }[] = [];
  for (const [partition, all] of byPartition) {
    const days = await folder.days(partition);
    const entries = days.reduce((sum, { day, entries }) => sum + (day < fromDay ? 0 : entries), 0);
    const size = Math.max(1, Math.floor(AT_ONCE / Math.max(1, entries / all.length)));
    for (let at = 0; at < all.length; at += size) groups.push({ partition, offices: all.slice(at, at + size), days });
  }
  return groups;
}
