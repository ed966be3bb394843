import { localDay } from "../../shared/time.ts";
import { lateCounter } from "./late.ts";
import type { RecountSheet, RecountWorld, Told } from "./recountEntity.ts";
import { inOrder } from "./recountEntity.ts";
import { TICKET_DAYS } from "./retention.ts";
import type { TicketEvent } from "./ticket.ts";

const YEAR_MS = 366 * 86_400_000;

/** Counts one ticket out of all events that name it. `lastNaming` tells the last event of a day that names an operator. */
export function recountTicket(
  told: readonly Told[],
  world: RecountWorld,
  sheet: RecountSheet,
  lastNaming: (operator: string, moment: number) => number,
): void {
  const kept: Told[] = [];
  let last = Number.NEGATIVE_INFINITY;
  // in the order of arrival: what comes after the record's time is over counts by itself
  for (const each of [...told].sort((a, b) => a.arrival - b.arrival)) {
    if (kept.length > 0 && each.arrival - last > TICKET_DAYS) {
      const counter = lateCounter(each.event as TicketEvent);
      if (counter !== null) sheet.add(each.time, counter);
      continue;
    }
    last = each.arrival;
    kept.push(each);
  }
  kept.sort(inOrder);
  const of = (type: string) => kept.filter(({ event }) => event.type === `oss.ticket.${type}`);
  const [issued] = of("issued");
  const [closed] = of("closed");
  const [left] = of("left");
  const ending = closed?.time ?? Number.POSITIVE_INFINITY;
  const call = of("called")
    .filter(({ time }) => time <= ending)
    .at(-1);
  if (issued) sheet.add(issued.time, "ticketsIssued");
  if (call) sheet.add(call.time, "called");
  if (left) sheet.add(left.time, "left");
  if (issued && call && call.time >= issued.time) {
    sheet.duration(issued.time, "waiting", call.time - issued.time);
    if (call.time - issued.time <= world.waitNorm) sheet.add(issued.time, "withinNorm");
  }
  const pauses: { from: number; to: number; reason: string }[] = [];
  let open: { from: number; reason: string } | null = null;
  for (const { event, time } of kept) {
    if (event.type === "oss.ticket.paused") open ??= { from: time, reason: event.data.reason };
    if (event.type === "oss.ticket.resumed" && open) {
      pauses.push({ ...open, to: Math.min(time, ending) });
      open = null;
    }
  }
  if (open && closed) pauses.push({ ...open, to: closed.time });
  const real = pauses.filter(({ from }) => from <= ending);
  for (const { from, to, reason } of real) if (reason === "payment") sheet.add(from, "paymentPause", to - from);
  if (closed) {
    const { outcome } = closed.event.data as { readonly outcome: string };
    if (outcome === "no-show") sheet.add(closed.time, "noShow");
    if (outcome === "served") sheet.add(closed.time, "served");
    if (outcome === "served" && call) {
      const paused = real.reduce((sum, { from, to }) => sum + Math.max(0, to - Math.max(from, call.time)), 0);
      sheet.duration(closed.time, "service", closed.time - call.time - paused);
    }
  }
  if (!call) return;
  if (closed) {
    if (closed.time - call.time <= YEAR_MS) sheet.span("serving", call.time, closed.time);
    return;
  }
  const { operator } = call.event.data as { readonly operator: string };
  const running = localDay(call.time, world.zone) === localDay(world.now, world.zone);
  sheet.add(call.time, "serving", (running ? world.now : lastNaming(operator, call.time)) - call.time);
}
