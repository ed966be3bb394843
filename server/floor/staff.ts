import type { Demand } from "../../shared/floor.ts";
import type { Office, StaffRole } from "../../shared/reference.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import type { OperatorNow } from "../core/board.ts";
import type { FreeTime } from "../core/demand.ts";

const MINUTE_S = 60;
/** Two shifts of six hours: Janenova 2010. Used where an office has no shifts. */
const USUAL_SHIFT_S = 6 * 3600;

/** How long the shift of an operator is, seconds: by the staff list, else the office's first. */
export function shiftOf(index: ReferenceIndex, office: Office, operator: string): number {
  const id = index.operators.get(operator)?.shift;
  const shift = office.shifts.find((each) => each.id === id) ?? office.shifts[0];
  return shift === undefined ? USUAL_SHIFT_S : (shift.to - shift.from) * MINUTE_S;
}

/** What an operator works as: as signed in today, else by the staff list, else as an operator. */
export function roleOf(index: ReferenceIndex, operator: string, now: Pick<OperatorNow, "role"> | undefined): StaffRole {
  const said = now?.role;
  if (said === "operator" || said === "consultant" || said === "supervisor") return said;
  return index.operators.get(operator)?.role ?? "operator";
}

/** Free time in seconds. */
export function demandInSeconds(free: FreeTime | undefined): Demand | null {
  if (free === undefined) return null;
  return { nobodyWaiting: free.nobodyWaiting / 1000, peopleWaiting: free.peopleWaiting / 1000 };
}
