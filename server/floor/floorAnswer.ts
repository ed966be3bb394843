import type { FloorAnswer, FloorOperator } from "../../shared/floor.ts";
import type { Office } from "../../shared/reference.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import { dayStart, formatDay, localDay } from "../../shared/time.ts";
import { givenTargets, targetsOn } from "../core/target.ts";
import type { LiveOffice } from "../live/liveOffice.ts";
import type { Clock } from "../ports.ts";
import type { DisputeStore, HelpStore, TargetStore } from "./floorPorts.ts";
import { helpNow } from "./helpCall.ts";
import type { OfficeDays } from "./officeDays.ts";
import { demandInSeconds, roleOf, shiftOf } from "./staff.ts";
import { inaccurateOf } from "./timings.ts";

/** What the floor and the operator's day stand on. */
export interface FloorParts {
  readonly index: ReferenceIndex;
  readonly clock: Pick<Clock, "now">;
  readonly days: OfficeDays;
  readonly targets: TargetStore;
  readonly disputes: DisputeStore;
  readonly help: HelpStore;
  /** What is live of an office; undefined when it is not of today. */
  readonly live: (office: string) => LiveOffice | undefined;
}

/** The floor of an office as it stands. @throws RedisAwayError */
export async function floorAnswer(parts: FloorParts, office: Office): Promise<FloorAnswer> {
  const { index, clock, days, live } = parts;
  const { id, zone } = office;
  const day = localDay(clock.now(), zone);
  const people = live(id)?.people ?? new Map();
  const [read, records, disputes, book] = await Promise.all([
    days.read(id, day, zone),
    parts.targets.list(id),
    parts.disputes.list(id),
    parts.help.list(id),
  ]);
  const history = [...givenTargets(index.reference.targets), ...records];
  const operators: Record<string, FloorOperator> = {};
  for (const [operator, person] of people) {
    const role = roleOf(index, operator, person);
    const targets = targetsOn(history, role, day);
    const demand = demandInSeconds(read?.demand.get(operator));
    operators[operator] = { role, desk: person.desk || null, shift: shiftOf(index, office, operator), targets, demand };
  }
  const date = formatDay(day);
  const ofToday = disputes.filter((dispute) => dispute.day === date);
  return {
    office: id,
    day: date,
    asOf: read?.asOf ?? clock.now(),
    operators,
    help: helpNow(book, people, dayStart(day, zone)),
    disputes: disputes.filter(({ withdrawnAt, answer }) => withdrawnAt === null && answer === null),
    inaccurate: inaccurateOf(read ?? { tickets: [], days: [] }, ofToday, { day, zone, operator: null }),
  };
}
