import { nextWorkingDay, workingDayFrom } from "../../../server/core/calendar.ts";
import { dueDay, dueMoment, normFor } from "../../../server/core/deadlines.ts";
import type { Hours, Office, Service } from "../../../shared/reference.ts";
import { validOn } from "../../../shared/reference.ts";
import { openingHours, type ReferenceIndex } from "../../../shared/referenceIndex.ts";
import { type Day, momentAt } from "../../../shared/time.ts";
import { type Random, randomFor, type Weights, weigh } from "./random.ts";
import { type Scenario, type Stall, stallOf } from "./scenario.ts";
import { high, low, type Settings } from "./settings.ts";

const WORKDAYS_AHEAD = 80;
const MINUTE_MS = 60_000;
const NOON = 720;

/** What a simulated country is made from. */
export interface WorldInput {
  readonly seed: string;
  readonly index: ReferenceIndex;
  readonly settings: Settings;
  /** Clients and desks as a share of the real country; 1 is all of it. */
  readonly scale: number;
  readonly scenario: Scenario;
}

/** A service as the desks know it. */
export interface ServiceProfile {
  readonly service: Service;
  readonly minutes: number;
  readonly sigma: number;
  readonly paid: number;
  readonly refused: number;
  /** A faster variant that is for sale, or null. */
  readonly faster: string | null;
}

/** The services that clients ask for on a day, and how often. */
export interface ServiceMix {
  readonly profiles: readonly ServiceProfile[];
  readonly weights: Weights;
  readonly rushWeights: Weights;
}

/** The legal term of a service from a day on: so long after acceptance, or the working days up to a due moment. */
export type Term =
  | { readonly unit: "clock"; readonly length: number }
  | { readonly unit: "days"; readonly due: number; readonly workdays: readonly Day[]; readonly last: number };

/** A simulated country with everything that is the same for many offices and clients, computed once. */
export interface World extends WorldInput {
  readonly stall: Stall | null;
  /** Mean operators of a shift over the offices of a kind. */
  readonly meanOperators: Readonly<Record<Office["kind"], number>>;
  chance(...key: readonly (string | number)[]): Random;
  mix(day: Day): ServiceMix;
  term(service: Service, variant: string | null, day: Day, zone: string): Term | null;
  /** The next days, this one first, on which an office opens. */
  openDays(office: Office, day: Day): readonly { readonly day: Day; readonly hours: NonNullable<Hours> }[];
  /** Share of the term that an authority usually needs in the week of a day. */
  pace(authority: string, day: Day): number;
}

function remember<K, V>(make: (key: K) => V, most: number): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      if (known.size >= most) known.clear();
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
}

function mixOf(input: WorldInput, day: Day): ServiceMix {
  const { settings, index } = input;
  const services = index.reference.services.filter((service) => validOn(service, day));
  const likely = (service: Service) => {
    const unit = normFor(service, null, day)?.unit;
    return (unit === "minute" ? 2 : 1) * randomFor(`${input.seed}/service/${service.id}`).between(0.5, 1.5);
  };
  const sums = new Map<string, number>();
  for (const service of services) sums.set(service.kind, (sums.get(service.kind) ?? 0) + likely(service));
  const weights = services.map(
    (service) => (settings.kinds[service.kind].weight * likely(service)) / (sums.get(service.kind) ?? 1),
  );
  const rushKind = settings.scenarios.landRush.kind;
  return {
    profiles: services.map((service) => {
      const { minutes, sigma, paid, refused } = settings.kinds[service.kind];
      const faster = service.norms.find((norm) => norm.variant !== "normal" && validOn(norm, day))?.variant ?? null;
      return { service, minutes, sigma, paid, refused, faster };
    }),
    weights: weigh(weights),
    rushWeights: weigh(weights.map((weight, at) => (services[at]?.kind === rushKind ? weight * 40 : weight))),
  };
}

function termOf(index: ReferenceIndex, service: Service, variant: string | null, day: Day, zone: string): Term | null {
  const norm = normFor(service, variant, day);
  const counting = norm && index.counting.get(norm.calendar);
  if (!norm || !counting) return null;
  const lastDay = dueDay(norm, counting, day);
  if (lastDay === null) return { unit: "clock", length: norm.amount * (norm.unit === "hour" ? 60 : 1) * MINUTE_MS };
  const workdays = [workingDayFrom(counting, day)];
  while (workdays.length < WORKDAYS_AHEAD)
    workdays.push(nextWorkingDay(counting, workdays[workdays.length - 1] as Day));
  const beyond = workdays.findIndex((workday) => workday > lastDay);
  return {
    unit: "days",
    due: dueMoment(norm, counting, momentAt(day, NOON, zone), zone),
    workdays,
    last: Math.max(0, beyond - 1),
  };
}

function meanOperators(index: ReferenceIndex, kind: Office["kind"]): number {
  const counts = index.reference.offices
    .filter((office) => office.kind === kind)
    .map((office) => Math.max(...office.shifts.map((shift) => shift.operators)));
  return counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
}

/** Makes a country ready to be simulated. Everything that it answers follows from the input alone. */
export function createWorld(input: WorldInput): World {
  const { index, seed, settings } = input;
  const mix = remember((day: Day) => mixOf(input, day), 100);
  const terms = new Map<string, Term | null>();
  const openDays = new Map<string, readonly { readonly day: Day; readonly hours: NonNullable<Hours> }[]>();
  const speed = remember((authority: string) => {
    return randomFor(`${seed}/speed/${authority}`).between(
      low(settings.authority.speed),
      high(settings.authority.speed),
    );
  }, 1000);
  const backlog = remember((key: string) => {
    return randomFor(key).between(low(settings.authority.backlog), high(settings.authority.backlog));
  }, 5000);
  return {
    ...input,
    stall: stallOf(input.scenario, index, settings),
    meanOperators: { city: meanOperators(index, "city"), rayon: meanOperators(index, "rayon") },
    chance: (...key) => randomFor(`${seed}/${key.join("/")}`),
    mix,
    term(service, variant, day, zone) {
      const key = `${service.id}|${variant ?? ""}|${day}|${zone}`;
      let term = terms.get(key);
      if (term === undefined) {
        if (terms.size > 5000) terms.clear();
        term = termOf(index, service, variant, day, zone);
        terms.set(key, term);
      }
      return term;
    },
    openDays(office, day) {
      const key = `${office.openings}|${day}`;
      let days = openDays.get(key);
      if (days === undefined) {
        if (openDays.size > 500) openDays.clear();
        days = Array.from({ length: settings.case.horizonDays }, (_, ahead) => day + ahead).flatMap((each) => {
          const hours = openingHours(office, each, index);
          return hours === null ? [] : [{ day: each, hours }];
        });
        openDays.set(key, days);
      }
      return days;
    },
    pace: (authority, day) => speed(authority) * backlog(`${seed}/backlog/${authority}/${Math.floor((day + 3) / 7)}`),
  };
}
