import type { Office } from "../../../shared/reference.ts";
import { DAY_MS, type Day, localDay, momentAt } from "../../../shared/time.ts";
import type { FactBook } from "./fact.ts";
import type { Random } from "./random.ts";
import type { Acceptance } from "./visit.ts";
import type { Term, World } from "./world.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

type Fault = "operator" | "applicant" | "authority" | "rule-change";

/** What an application's life needs to know. */
interface Life {
  readonly world: World;
  readonly office: Office;
  readonly day: Day;
  readonly book: FactBook;
  readonly random: Random;
  readonly of: Acceptance;
}

/** A moment of the authorities' working time on a date. */
function atWork(life: Life, day: Day): number {
  return Math.floor(momentAt(day, life.random.between(9.5 * 60, 18 * 60), life.office.zone));
}

/** Moves a decision out of the days on which its authority stands still. */
function afterStall(life: Life, decided: number): number {
  const { stall } = life.world;
  if (stall === null || stall.authority !== life.of.profile.service.authority) return decided;
  const day = localDay(decided, life.office.zone);
  if (day < stall.from || day > stall.to) return decided;
  return atWork(life, stall.to + 1 + Math.floor(life.random.between(0, 4)));
}

/** The applicant collects the document: a little later in the hall, or on a later day when the office is open. */
function collect(life: Life, ready: number, waitsInHall: boolean): void {
  const { world, office, random, book, of } = life;
  if (!random.chance(world.settings.case.issued)) return;
  const days = world.openDays(office, localDay(ready, office.zone));
  const first = days[0];
  const { application } = of;
  if (waitsInHall && first && first.day === localDay(ready, office.zone) && random.chance(0.92)) {
    const at = ready + random.between(1, 12) * MINUTE_MS;
    if (at < momentAt(first.day, first.hours.close + 20, office.zone)) {
      book.note(at, "cases", "oss.application.issued", { application });
      return;
    }
  }
  const place = 1 + Math.floor(-Math.log(1 - random.next()) * 2);
  const chosen = days[place];
  if (!chosen) return;
  const at = momentAt(chosen.day, random.between(chosen.hours.open + 5, chosen.hours.close - 5), office.zone);
  book.note(at, "cases", "oss.application.issued", { application });
}

function decide(life: Life, at: number, waitsInHall: boolean): void {
  const { world, random, book, of } = life;
  const { application } = of;
  const decided = afterStall(life, at);
  if (random.chance(world.settings.case.declined)) {
    const reason = random.pick(world.settings.reasons.declined);
    book.note(decided, "cases", "oss.application.declined", { application, reason });
    return;
  }
  book.note(decided, "cases", "oss.application.ready", { application });
  collect(life, decided, waitsInHall && decided === at);
}

/** A certificate that is made while the applicant waits: its term is minutes or hours. */
function liveByTheClock(life: Life, term: Extract<Term, { unit: "clock" }>): void {
  const { world, random, book, of, day } = life;
  const { application, at } = of;
  const sent = at + random.between(4, 35) * SECOND_MS;
  const received = sent + random.between(1, 25) * SECOND_MS;
  book.note(sent, "cases", "oss.application.sent", { application });
  book.note(received, "cases", "oss.application.received", { application });
  const pace = world.pace(of.profile.service.authority, day);
  const late = random.chance(world.settings.case.lateMinutes * (pace / 0.55) ** 2);
  const share = late ? random.between(1.05, 2.5) : Math.min(0.96, random.logNormal(0.6 * pace, 0.45));
  decide(life, Math.max(received + 20 * SECOND_MS, at + term.length * share), true);
}

function faultOf(life: Life): Fault {
  const { faults } = life.world.settings.case;
  let draw = life.random.next();
  for (const fault of ["operator", "applicant", "authority"] as const) {
    if (draw < faults[fault]) return fault;
    draw -= faults[fault];
  }
  return "rule-change";
}

/** A return by the authority and what follows; how many working days it costs, or null when the applicant withdraws. */
function comeBack(life: Life, received: number, workdays: readonly Day[], place: number): number | null {
  const { world, random, book, of, office } = life;
  const { application } = of;
  const fault = faultOf(life);
  const reason = random.pick(world.settings.reasons.returned[fault]);
  const returned = Math.max(received + 20 * MINUTE_MS, atWork(life, workdays[place] as Day));
  book.note(returned, "cases", "oss.application.returned", { application, reason, fault });
  const later = place + 1 + Math.floor(random.between(0, 3));
  const again = momentAt(workdays[later] as Day, random.between(9 * 60 + 30, 12 * 60), office.zone);
  if (random.chance(world.settings.case.withdrawnAfterReturn)) {
    book.note(again, "cases", "oss.application.withdrawn", { application });
    return null;
  }
  book.note(again, "cases", "oss.application.sent", { application });
  book.note(again + random.between(5, 90) * MINUTE_MS, "cases", "oss.application.received", { application });
  return later;
}

/** An application that an authority decides in days: on its way, perhaps back, decided, collected. */
function liveByDays(life: Life, { workdays, last }: Extract<Term, { unit: "days" }>, closing: number): void {
  const { world, random, book, of, day, office } = life;
  const { application, at } = of;
  const { settings } = world;
  const electronic = last <= 1 || random.chance(settings.case.electronic);
  const sent = electronic
    ? at + random.between(2, 45) * MINUTE_MS
    : Math.max(at + 5 * MINUTE_MS, closing - random.between(-10, 80) * MINUTE_MS);
  const next = workdays.findIndex((workday) => workday > day);
  const byHand = momentAt(workdays[next] as Day, random.between(9 * 60 + 30, 13 * 60), office.zone);
  const received = electronic ? sent + random.between(1, 20) * MINUTE_MS : byHand;
  book.note(sent, "cases", "oss.application.sent", { application });
  if (random.chance(settings.case.withdrawn) && last > 1) {
    const place = Math.min(last, 1 + Math.floor(random.between(0, last)));
    book.note(atWork(life, workdays[place] as Day), "cases", "oss.application.withdrawn", { application });
    return;
  }
  book.note(received, "cases", "oss.application.received", { application });
  const pace = world.pace(of.profile.service.authority, day);
  const first = workdays[0] === day && electronic ? 0 : next;
  let place = Math.min(last, Math.max(first, Math.round(last * random.logNormal(pace, 0.3))));
  if (random.chance(settings.case.returned) && last > 1) {
    const again = comeBack(life, received, workdays, Math.max(first, Math.min(place, next)));
    if (again === null) return;
    place = random.chance(0.97) ? Math.max(again, Math.min(last, place + 2)) : Math.max(again, last + 1);
  }
  if (random.chance(settings.case.late * (pace / 0.55) ** 2)) {
    place = last + 1 + Math.floor(-Math.log(1 - random.next()) * 1.6);
  }
  const usual = atWork(life, workdays[Math.min(place, workdays.length - 1)] as Day);
  decide(life, Math.max(usual, received + random.between(15, 120) * MINUTE_MS), false);
}

/**
 * The whole life of one accepted application: sent, received, perhaps returned, decided by its authority at its own pace,
 * issued. Every step lies within the horizon of the settings; it follows from the acceptance and chance alone.
 */
export function liveOn(
  world: World,
  office: Office,
  day: Day,
  of: Acceptance,
  closing: number,
  random: Random,
  book: FactBook,
): void {
  const horizon = of.at + world.settings.case.horizonDays * DAY_MS;
  const within: FactBook = {
    note: (at, producer, type, data) => {
      if (at <= horizon) book.note(at, producer, type, data);
    },
    close: () => book.close(),
  };
  const term = world.term(of.profile.service, of.variant, day, office.zone);
  if (term === null) return;
  const life = { world, office, day, book: within, random, of };
  if (term.unit === "clock") liveByTheClock(life, term);
  else liveByDays(life, term, closing);
}
