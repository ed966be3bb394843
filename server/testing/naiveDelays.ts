import type { CloudEvent } from "../../shared/events.ts";
import type { CountingIndex } from "../../shared/referenceIndex.ts";
import { isWorkingDay } from "../core/calendar.ts";

/** By whose they are: of a month's events in which each application is sent back once at most, and waits with its authority. */
export interface InHands {
  readonly frontOffice: number;
  readonly applicant: number;
  readonly authority: number;
}

const HOLDERS = { operator: "frontOffice", applicant: "applicant", authority: "authority", "rule-change": "authority" };

/** Each application with a deadline that had not stopped when it came: its deadline, its stop, and who has it after. */
function* delayed(told: readonly CloudEvent[]) {
  for (const { type, data } of told) {
    if (type !== "oss.application.accepted" || data.due === undefined) continue;
    const due = Date.parse(data.due);
    const steps = told.filter((each) => "application" in each.data && each.data.application === data.application);
    const stops = steps.filter((each) => /ready|declined/.test(each.type)).map(({ time }) => Date.parse(time));
    const stop = Math.min(...stops, Number.POSITIVE_INFINITY);
    if (stop <= due) continue;
    const back = steps.find((each) => each.type === "oss.application.returned");
    const fault = back?.type === "oss.application.returned" ? back.data.fault : "authority";
    yield { due, stop, holder: HOLDERS[fault] as keyof InHands };
  }
}

/** How many were delayed, by who had them. */
export function naiveDelayed(told: readonly CloudEvent[]): InHands {
  const hands = { frontOffice: 0, applicant: 0, authority: 0 };
  for (const { holder } of delayed(told)) hands[holder] += 1;
  return hands;
}

/** The working days after each deadline up to a moment (epoch ms), looked at one by one, in a zone of UTC+5. */
export function naiveLateDays(told: readonly CloudEvent[], counting: CountingIndex, asOf: number): InHands {
  const days = { frontOffice: 0, applicant: 0, authority: 0 };
  const date = (moment: number) => Math.floor((moment + 5 * 3_600_000) / 86_400_000);
  for (const { due, stop, holder } of delayed(told))
    for (let day = date(due) + 1; day <= date(Math.min(stop, asOf)); day += 1)
      if (isWorkingDay(counting, day)) days[holder] += 1;
  return days;
}
