import type { ForecastError } from "../../shared/forecast.ts";
import type { Office } from "../../shared/reference.ts";
import { openingHours, type ReferenceIndex } from "../../shared/referenceIndex.ts";
import type { Day } from "../../shared/time.ts";
import type { QuarterField } from "../../shared/wire.ts";
import { forecastError } from "../core/forecastError.ts";
import { type DayPattern, dayPattern, type PastDay } from "../core/forecastPattern.ts";
import { AT } from "../core/row.ts";
import { IN_QUARTER, quarterOf, type Series } from "../core/series.ts";
import { type WaitRecord, waitRecord } from "../core/waitError.ts";
import { replayWaits } from "../core/waitErrorReplay.ts";
import { pastTicketOf, presencesOf } from "../core/waitErrorTickets.ts";
import type { ForecastHistory } from "./history.ts";

/** What an office's past teaches about one of its days. */
export interface OfficePast {
  readonly day: Day;
  readonly tickets: DayPattern | null;
  readonly accepted: DayPattern | null;
  readonly ticketsError: ForecastError | null;
  readonly waits: WaitRecord;
  /** Usual time at the desk without pauses, and desk time of a ticket with all that goes with it, ms. */
  readonly service: number | null;
  readonly ticketTime: number | null;
}

/** Days looked back on for the course of the day, and for the waits. */
const LOOK_BACK = 56;
const WAIT_DAYS = 14;

const daysBefore = (day: Day, count: number): Day[] => Array.from({ length: count }, (_, back) => day - count + back);

function pastDays(curves: ReadonlyMap<Day, Series>, field: QuarterField): PastDay[] {
  return [...curves].map(([day, series]) => ({
    day,
    counts: Array.from({ length: 96 }, (_, quarter) => quarterOf(series, quarter)?.[IN_QUARTER[field]] ?? 0),
  }));
}

function meanService(curves: ReadonlyMap<Day, Series>): number | null {
  let sum = 0;
  let n = 0;
  for (const series of curves.values())
    for (let quarter = 0; quarter < 96; quarter += 1) {
      const figures = quarterOf(series, quarter);
      sum += figures?.[IN_QUARTER.serviceSum] ?? 0;
      n += figures?.[IN_QUARTER.serviceN] ?? 0;
    }
  return n === 0 ? null : sum / n;
}

/** Reads and learns an office's past up to the day before `day`: a function of what is stored and of the day alone. */
export async function learnPast(
  history: ForecastHistory,
  index: ReferenceIndex,
  office: Office,
  day: Day,
): Promise<OfficePast> {
  const recent = daysBefore(day, WAIT_DAYS);
  const staff = (index.operatorsByOffice.get(office.id) ?? []).map(({ id }) => id);
  const [curves, rows, tickets] = await Promise.all([
    history.curves(office.id, daysBefore(day, LOOK_BACK)),
    history.rows(office.id, recent),
    history.tickets(office.id, office.zone, recent),
  ]);
  const past = tickets.map(pastTicketOf).filter((ticket) => ticket !== null);
  const operators = [...new Set([...staff, ...past.map(({ operator }) => operator).filter(Boolean)])];
  const present = await history.operatorDays(office.id, operators, recent);
  const presences = present.flatMap((of) => presencesOf(of, office.zone));

  const hours = openingHours(office, day, index);
  const alike = new Map(
    [...curves].filter(([each]) => {
      const then = openingHours(office, each, index);
      return hours !== null && then !== null && then.open === hours.open && then.close === hours.close;
    }),
  );
  const issued = pastDays(alike, "ticketsIssued");
  const accepted = pastDays(alike, "accepted");
  let serving = 0;
  let called = 0;
  for (const { counts } of rows.values()) {
    serving += counts[AT.serving] as number;
    called += counts[AT.called] as number;
  }
  return {
    day,
    tickets: hours === null ? null : dayPattern(issued, day),
    accepted: hours === null ? null : dayPattern(accepted, day),
    ticketsError: hours === null ? null : forecastError(issued, hours),
    waits: waitRecord(replayWaits(past, presences, office.zone)),
    service: meanService(curves),
    ticketTime: called === 0 ? null : serving / called,
  };
}
