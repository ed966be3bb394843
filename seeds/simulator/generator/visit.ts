import type { Office } from "../../../shared/reference.ts";
import type { Day } from "../../../shared/time.ts";
import type { Client } from "./arrivals.ts";
import type { FactBook } from "./fact.ts";
import { choose, type Random } from "./random.ts";
import { high, low, type Span } from "./settings.ts";
import type { Attendance } from "./staffPlan.ts";
import type { ServiceProfile, World } from "./world.ts";

const MINUTE_MS = 60_000;
const SECOND_MS = 1000;

/** An application as it leaves the desk; what becomes of it is told by its life. */
export interface Acceptance {
  readonly application: string;
  readonly at: number;
  readonly profile: ServiceProfile;
  readonly variant: string | null;
}

/** One office's day as the desks see it. */
export interface DeskDay {
  readonly world: World;
  readonly office: Office;
  readonly day: Day;
  readonly book: FactBook;
  readonly random: Random;
  readonly rush: boolean;
  /** The system of the state stands still between these moments. */
  readonly standstill: { readonly from: number; readonly to: number } | null;
  /** A moment (epoch ms) as the office writes it. */
  readonly clockText: (moment: number) => string;
  readonly nextApplication: () => string;
  readonly corrected: () => string | null;
  readonly accepted: Acceptance[];
}

/** How a visit ended: when the desk is free again, and whether the client goes to another desk. */
export interface VisitEnd {
  readonly at: number;
  readonly served: boolean;
  readonly transferred: boolean;
}

function seconds(random: Random, span: Span): number {
  return random.between(low(span), high(span)) * SECOND_MS;
}

function minutes(random: Random, span: Span): number {
  return random.between(low(span), high(span)) * MINUTE_MS;
}

/** The time at the desk as it goes on, with the ticket's pauses. */
class DeskTime {
  at: number;
  readonly #of: DeskDay;
  readonly #ticket: string;

  constructor(of: DeskDay, ticket: string, at: number) {
    this.#of = of;
    this.#ticket = ticket;
    this.at = at;
  }

  /** Works for so long; a standstill of the system in between makes it longer by a pause. */
  work(length: number): void {
    const { standstill } = this.#of;
    if (standstill && this.at < standstill.from && this.at + length > standstill.from) {
      const done = standstill.from - this.at;
      this.at = standstill.from;
      this.pause("system", standstill.to - standstill.from);
      this.at += length - done;
    } else this.at += length;
  }

  pause(reason: "payment" | "documents" | "system", length: number): void {
    this.#of.book.note(this.at, "queue", "oss.ticket.paused", { ticket: this.#ticket, reason });
    this.at += length;
    this.#of.book.note(this.at, "queue", "oss.ticket.resumed", { ticket: this.#ticket });
  }
}

function close(
  of: DeskDay,
  client: Client,
  operator: string,
  at: number,
  outcome: "served" | "no-show" | "transferred" | "cancelled",
): VisitEnd {
  of.book.note(at, "queue", "oss.ticket.closed", { ticket: client.ticket, operator, outcome });
  return { at, served: outcome === "served", transferred: outcome === "transferred" };
}

function refuse(of: DeskDay, client: Client, operator: string, profile: ServiceProfile, at: number): void {
  const { refused } = of.world.settings.reasons;
  const reason = of.random.pick(refused);
  const data = { operator, service: profile.service.id, reason, ticket: client.ticket };
  of.book.note(at, "cases", "oss.application.rejected", data);
}

function accept(of: DeskDay, client: Client, operator: string, profile: ServiceProfile, at: number): void {
  const { random, world } = of;
  const variant = profile.faster !== null && random.chance(world.settings.case.accelerated) ? profile.faster : null;
  const corrects = random.chance(world.settings.case.corrects) ? of.corrected() : null;
  const application = of.nextApplication();
  of.book.note(at, "cases", "oss.application.accepted", {
    application,
    operator,
    service: profile.service.id,
    authority: profile.service.authority,
    ticket: client.ticket,
    ...(variant === null ? {} : { variant }),
    ...(corrects === null ? {} : { corrects }),
  });
  of.accepted.push({ application, at: Math.floor(at), profile, variant });
}

function request(of: DeskDay, client: Client, operator: string, desk: DeskTime, haste: number): ServiceProfile {
  const { random, world, day } = of;
  const { profiles, weights, rushWeights } = world.mix(day);
  const profile = profiles[choose(of.rush ? rushWeights : weights, random)] as ServiceProfile;
  const settings = world.settings.desk;
  const active = random.logNormal(profile.minutes, profile.sigma) * haste * MINUTE_MS;
  if (random.chance(settings.refused * profile.refused)) {
    desk.work(active * 0.5);
    refuse(of, client, operator, profile, desk.at - 5 * SECOND_MS);
    return profile;
  }
  if (random.chance(settings.documentsPause)) {
    desk.work(active * 0.3);
    desk.pause("documents", minutes(random, settings.documentsMinutes));
    desk.work(active * 0.4);
  } else desk.work(active * 0.7);
  if (random.chance(profile.paid)) desk.pause("payment", minutes(random, settings.paymentMinutes));
  desk.work(active * 0.3);
  accept(of, client, operator, profile, desk.at - Math.min(active * 0.2, 25 * SECOND_MS));
  return profile;
}

function answer(
  of: DeskDay,
  client: Client,
  operator: string,
  service: string | null,
  waited: number,
  at: number,
): void {
  const { random, book, world } = of;
  const { feedback, reasons } = world.settings;
  const about = service === null ? { operator } : { operator, service };
  const patient = 1 / (1 + waited / (45 * MINUTE_MS));
  if (random.chance(feedback.rated)) {
    const mood = random.next() * (0.35 + 0.65 * patient);
    const score = mood > 0.42 ? 5 : mood > 0.16 ? 4 : mood > 0.07 ? 3 : mood > 0.03 ? 2 : 1;
    book.note(at + seconds(random, [4, 90]), "queue", "oss.feedback.rated", { score, ticket: client.ticket, ...about });
  }
  if (random.chance(feedback.complained / patient)) {
    const theme = waited > 40 * MINUTE_MS ? (reasons.complaints[0] as string) : random.pick(reasons.complaints);
    book.note(at + seconds(random, [120, 2400]), "queue", "oss.feedback.complained", { theme, ...about });
  } else if (random.chance(feedback.thanked * patient)) {
    book.note(at + seconds(random, [30, 600]), "queue", "oss.feedback.thanked", about);
  }
}

/**
 * One client at one desk, from the call at or after `at` (epoch ms) to the end: no-show, transfer, cancellation, or
 * service with its applications, refusals, pauses and feedback. Notes every fact and says when the desk is free.
 */
export function visit(of: DeskDay, client: Client, attendance: Attendance, at: number, haste: number): VisitEnd {
  const { random, book, world } = of;
  const { operator } = attendance;
  const settings = world.settings.desk;
  let called = Math.floor(at + seconds(random, settings.callSeconds));
  const where = { ticket: client.ticket, operator, ...(attendance.desk === null ? {} : { desk: attendance.desk }) };
  book.note(called, "queue", "oss.ticket.called", where);
  const waited = called - client.at;
  const gone = random.chance(settings.noShow + (settings.noShowPerHourOfWaiting * waited) / (60 * MINUTE_MS));
  if (gone || random.chance(settings.secondCall)) {
    called += Math.floor(seconds(random, [35, 60]));
    book.note(called, "queue", "oss.ticket.called", where);
  }
  if (gone) return close(of, client, operator, called + seconds(random, [40, 80]), "no-show");
  if (random.chance(settings.cancelled))
    return close(of, client, operator, called + seconds(random, [20, 60]), "cancelled");
  if (random.chance(settings.transferred)) {
    return close(of, client, operator, called + seconds(random, [60, 200]), "transferred");
  }
  const desk = new DeskTime(of, client.ticket, called);
  let service: string | null = null;
  if (client.queue === "banking") desk.work(random.logNormal(settings.bankingMinutes, 0.4) * MINUTE_MS);
  else if (client.queue === "collection") desk.work(random.logNormal(settings.collectionMinutes, 0.4) * MINUTE_MS);
  else if (random.chance(settings.consultation)) desk.work(random.logNormal(6, 0.5) * haste * MINUTE_MS);
  else {
    service = request(of, client, operator, desk, haste).service.id;
    if (random.chance(settings.secondApplication)) request(of, client, operator, desk, haste * 0.6);
  }
  const end = close(of, client, operator, desk.at + seconds(random, [2, 15]), "served");
  answer(of, client, operator, service, waited, end.at);
  return end;
}
