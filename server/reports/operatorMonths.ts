import type { TargetRecord } from "../../shared/floor.ts";
import type { Office, StaffRole } from "../../shared/reference.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import { type Day, localDay } from "../../shared/time.ts";
import type { FreeTime } from "../core/demand.ts";
import { operatorDayKey } from "../core/office.ts";
import { type OperatorMonth, operatorMonth, type WorkedDay } from "../core/operatorMonth.ts";
import { givenTargets, targetsOn } from "../core/target.ts";
import { demandInSeconds, roleOf, shiftOf } from "../floor/staff.ts";
import type { MonthSnapshot, OperatorDayRow } from "./monthSnapshot.ts";

/** What is kept of an office's month beside its figures. */
export interface FloorMonth {
  /** The office's own targets, in the order in which they were set. */
  readonly records: readonly TargetRecord[];
  /** Free time by day and operator; a day whose tickets are no longer kept is absent. */
  readonly demand: ReadonlyMap<Day, ReadonlyMap<string, FreeTime>>;
  /** The role signed in with, by operator and day as `operatorDayKey` names them. */
  readonly roles: ReadonlyMap<string, StaffRole>;
}

/** Reads what is kept of an office's month; `now`: epoch ms of the figures. @throws RedisAwayError */
export type ReadFloorMonth = (
  office: Office,
  month: { readonly from: Day; readonly to: Day },
  now: number,
) => Promise<FloorMonth>;

/** An office's targets alone: where the demand is not asked for, nobody who is below is told why. */
export function withoutDemand(given: (office: string) => Promise<readonly TargetRecord[]>): ReadFloorMonth {
  return async ({ id }) => ({ records: await given(id), demand: new Map(), roles: new Map() });
}

function worked({ signedIn, accepted, served }: OperatorDayRow): boolean {
  return signedIn > 0 || accepted > 0 || served > 0;
}

/**
 * The month of each of an office's operators against the targets of its days, in the order of their ids [R9]: of days
 * that are over on the office's clocks.
 */
export function operatorMonths(
  index: ReferenceIndex,
  office: Office,
  rows: readonly OperatorDayRow[],
  { records, demand, roles }: FloorMonth,
  now: number,
): OperatorMonth[] {
  const history = [...givenTargets(index.reference.targets), ...records];
  const today = localDay(now, office.zone);
  const byOperator = new Map<string, WorkedDay[]>();
  for (const row of rows) {
    const { operator, day, signedIn, accepted, served } = row;
    if (day >= today || !worked(row)) continue;
    const role = roleOf(index, operator, { role: roles.get(operatorDayKey(operator, day)) ?? "" });
    const of: WorkedDay = {
      served,
      accepted,
      signedIn,
      target: targetsOn(history, role, day)["documents-a-day"],
      shift: shiftOf(index, office, operator),
      demand: demandInSeconds(demand.get(day)?.get(operator)),
    };
    const days = byOperator.get(operator);
    if (days === undefined) byOperator.set(operator, [of]);
    else days.push(of);
  }
  return [...byOperator.keys()].sort().map((operator) => operatorMonth(operator, byOperator.get(operator) ?? []));
}

/** The months of the operators of some offices, office after office; `told` is called after each. @throws RedisAwayError */
export async function operatorMonthsOf(
  parts: { readonly index: ReferenceIndex; readonly floor: ReadFloorMonth },
  snapshot: MonthSnapshot,
  offices: readonly Office[],
  told: () => Promise<void> = async () => {},
): Promise<Map<string, readonly OperatorMonth[]>> {
  const { month, asOf } = snapshot;
  const found = new Map<string, readonly OperatorMonth[]>();
  for (const office of offices) {
    const rows = snapshot.operatorDays(office.id);
    // An office without operators has nothing to be read.
    const floor = rows.length === 0 ? null : await parts.floor(office, month, asOf);
    found.set(office.id, floor === null ? [] : operatorMonths(parts.index, office, rows, floor, asOf));
    await told();
  }
  return found;
}
