import { parseInstant } from "../../shared/events.ts";
import { DAY_MS } from "../../shared/time.ts";
import type { ApplicationEvent } from "./application.ts";
import { lateCounter } from "./late.ts";
import { inOrder, type RecountSheet, type RecountWorld, type Told } from "./recountEntity.ts";
import { APPLICATION_DAYS } from "./retention.ts";

const ENDS = ["ready", "declined", "withdrawn", "issued"];

/** The deadline of an application out of the events about it; null when none is known. */
function deadlineOf(kept: readonly Told[], world: RecountWorld): number | null {
  const accepted = [...kept].sort(inOrder).find(({ event }) => event.type === "oss.application.accepted");
  if (accepted?.event.type !== "oss.application.accepted") return null;
  const { due, service, variant = "" } = accepted.event.data;
  return due === undefined ? world.deadline(service, variant, accepted.time) : parseInstant(due);
}

/** Parts what came while the record was kept from what came after; the latter is counted by itself. */
function whileKept(told: readonly Told[], world: RecountWorld, sheet: RecountSheet): Told[] {
  const kept: Told[] = [];
  let last = Number.NEGATIVE_INFINITY;
  const expired = (arrival: number) => {
    if (kept.length === 0 || arrival - last <= APPLICATION_DAYS) return false;
    if (!kept.some(({ event }) => ENDS.some((end) => event.type === `oss.application.${end}`))) return false;
    const due = deadlineOf(kept, world);
    return due === null || due < arrival * DAY_MS;
  };
  for (const each of [...told].sort((a, b) => a.arrival - b.arrival)) {
    if (!expired(each.arrival)) {
      last = each.arrival;
      kept.push(each);
      continue;
    }
    const counter = lateCounter(each.event as ApplicationEvent);
    if (counter !== null) sheet.add(each.time, counter);
    if (each.event.type === "oss.application.returned" && each.event.data.fault === "operator")
      sheet.add(each.time, "returnedByOperator");
  }
  return kept.sort(inOrder);
}

/** Counts one application out of all events that name it. */
export function recountApplication(told: readonly Told[], world: RecountWorld, sheet: RecountSheet): void {
  const kept = whileKept(told, world, sheet);
  const of = (step: string) => kept.filter(({ event }) => event.type === `oss.application.${step}`);
  const at = (step: string) => of(step)[0]?.time;
  const [accepted, sent, received] = [at("accepted"), at("sent"), at("received")];
  const [ready, declined, withdrawn, issued] = [at("ready"), at("declined"), at("withdrawn"), at("issued")];
  for (const [figure, time] of Object.entries({ accepted, ready, declined, withdrawn, issued }))
    if (time !== undefined) sheet.add(time, figure);
  for (const { event, time } of of("returned")) {
    sheet.add(time, "returned");
    if (event.type === "oss.application.returned" && event.data.fault === "operator")
      sheet.add(time, "returnedByOperator");
  }
  const finishes = [ready, declined].filter((time) => time !== undefined);
  const done = finishes.length === 0 ? undefined : Math.min(...finishes);
  const leg = (figure: string, from: number | undefined, to: number | undefined) => {
    if (from !== undefined && to !== undefined && to >= from) sheet.duration(to, figure, to - from);
  };
  leg("acceptedToSent", accepted, sent);
  leg("backOffice", sent ?? received, done);
  leg("readyToIssued", ready, issued);
  if (accepted === undefined) return;
  if (done !== undefined && done >= accepted) sheet.duration(accepted, "lead", done - accepted);
  if (done === undefined && withdrawn === undefined) sheet.add(accepted, "open");
  const due = deadlineOf(kept, world);
  if (due === null || due > world.now || (withdrawn !== undefined && withdrawn < due)) return;
  sheet.add(due - 1, "due");
  if (Math.min(done ?? Number.POSITIVE_INFINITY, withdrawn ?? Number.POSITIVE_INFINITY) > due)
    sheet.add(due - 1, "delayed");
}
