import type { EventData } from "../../../shared/events.ts";
import type { Hours, Office, OperatorRecord, Shift } from "../../../shared/reference.ts";
import { type Day, momentAt } from "../../../shared/time.ts";
import type { Random } from "./random.ts";
import { high, low, type Span } from "./settings.ts";
import type { World } from "./world.ts";

const MINUTE_MS = 60_000;

/** A time away from the desk that is planned; it begins when the client at the desk has gone. */
export interface PlannedPause {
  readonly at: number;
  readonly length: number;
  readonly reason: EventData<"oss.operator.paused">["reason"];
}

/** One operator's shift as planned, in moments (epoch ms). */
export interface Attendance {
  readonly operator: string;
  readonly desk: string | null;
  readonly role: OperatorRecord["role"];
  readonly from: number;
  readonly until: number;
  readonly pauses: readonly PlannedPause[];
  /** Stays while clients wait after closing. */
  readonly closes: boolean;
  /** Goes home an hour early once the daily number of clients is served. */
  readonly hurries: boolean;
}

interface Slot {
  readonly record: OperatorRecord;
  readonly shift: Shift;
}

function onDuty(world: World, office: Office, shift: Shift, extra: number): readonly Slot[] {
  const staff = (world.index.operatorsByOffice.get(office.id) ?? []).filter((record) => record.shift === shift.id);
  const operators = staff.filter((record) => record.role === "operator");
  const wanted = Math.max(1, Math.ceil(operators.length * Math.min(1, world.scale) ** 0.8));
  const helpers = staff.filter((record) => record.role === "consultant").slice(0, extra);
  return [...operators.slice(0, wanted), ...helpers].map((record) => ({ record, shift }));
}

function span(random: Random, minutes: Span): number {
  return Math.round(random.between(low(minutes), high(minutes)) * MINUTE_MS);
}

function breaks(world: World, random: Random, from: number, until: number): PlannedPause[] {
  const { staff } = world.settings;
  const every = staff.breakEveryMinutes * MINUTE_MS;
  const pauses: PlannedPause[] = [];
  for (let at = from + every; at < until - every / 3; at += every) {
    const length = span(random, random.chance(staff.longBreak) ? staff.longBreakMinutes : staff.breakMinutes);
    pauses.push({ at: at + random.between(-0.25, 0.25) * every, length, reason: "break" });
  }
  if (until - from > staff.lunchFromHours * 3_600_000) {
    const middle = from + (until - from) * random.between(0.4, 0.6);
    pauses.push({ at: middle, length: span(random, staff.lunchMinutes), reason: "break" });
  }
  if (random.chance(staff.help)) {
    pauses.push({ at: random.between(from, until), length: span(random, staff.helpMinutes), reason: "help" });
  }
  return pauses;
}

/**
 * Who works in an office on a day: the shifts within its hours without those who are absent, with breaks, briefings and
 * handovers where two shifts share their desks. Extra helpers are consultants who take a desk in a rush.
 */
export function planStaff(
  world: World,
  office: Office,
  day: Day,
  hours: NonNullable<Hours>,
  random: Random,
  extra: number,
): readonly Attendance[] {
  const { staff, outage } = world.settings;
  const at = (minutes: number) => momentAt(day, minutes, office.zone);
  const shifts = office.shifts
    .filter((shift) => Math.min(shift.to, hours.close) - Math.max(shift.from, hours.open) >= 60)
    .sort((one, other) => one.from - other.from);
  const slots = shifts.flatMap((shift) => onDuty(world, office, shift, extra));
  const shared = new Map<string, { readonly moment: number; readonly first: Shift }>();
  for (const { record, shift } of slots) {
    const next = shifts.find((other) => other.from > shift.from && other.from < shift.to);
    if (!next || record.desk === null || shared.has(record.desk)) continue;
    if (!slots.some((other) => other.shift === next && other.record.desk === record.desk)) continue;
    const overlap = Math.min(shift.to, hours.close) - next.from;
    shared.set(record.desk, { moment: at(next.from + overlap * random.between(0.3, 0.6)), first: shift });
  }
  const system = random.chance(outage.chance)
    ? { at: at(random.between(hours.open + 30, hours.close - 60)), length: span(random, outage.minutes) }
    : null;
  const present = slots.filter((_, place) => place === 0 || !random.chance(staff.absent));
  return present.map(({ record, shift }) => {
    const opens = Math.max(shift.from, hours.open);
    const closes = Math.min(shift.to, hours.close);
    const lateness = random.chance(staff.late) ? random.between(5, 20) : random.between(-4, 2.5);
    const from = at(opens) + Math.round(lateness * MINUTE_MS);
    const until = at(closes) + Math.round(random.between(-1, 3) * MINUTE_MS);
    const briefing = staff.briefingMinutes * MINUTE_MS;
    const pauses = breaks(world, random, from, until);
    const handover = record.desk === null ? undefined : shared.get(record.desk);
    if (handover?.first === shift) {
      pauses.push({
        at: handover.moment,
        length: Math.max(briefing, until - handover.moment - 90_000),
        reason: "briefing",
      });
    } else if (handover) {
      pauses.push({ at: from, length: Math.max(briefing, handover.moment + 3 * MINUTE_MS - from), reason: "briefing" });
    } else if (shifts.length > 1) {
      const overlapFrom = shift === shifts[0] ? (shifts[1] as Shift).from : shift.from;
      pauses.push({
        at: Math.max(from, at(overlapFrom)) + random.between(0, 25) * MINUTE_MS,
        length: briefing,
        reason: "briefing",
      });
    }
    if (system) pauses.push({ ...system, reason: "system" });
    return {
      operator: record.id,
      desk: record.desk,
      role: record.role,
      from,
      until,
      pauses: pauses.filter((pause) => pause.at >= from && pause.at < until).sort((one, other) => one.at - other.at),
      closes: closes === hours.close,
      hurries: random.chance(0.5),
    };
  });
}
