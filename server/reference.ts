import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import type { Office, OperatorRecord, Reference, Shift, StaffRole } from "../shared/reference.ts";
import { expandCalendar } from "./core/holidays.ts";
import { checkReferences, ReferenceDataError } from "./referenceChecks.ts";
import { type ReferenceFile, type ReferenceSource, referenceFiles } from "./referenceSchema.ts";

type SourceOffice = ReferenceSource["offices.json"][number];
type Staffing = ReferenceSource["staffing.json"][number];

function recordOf(value: unknown, path: readonly PropertyKey[]): { record: string; field: string } {
  const start = typeof path[0] === "string" ? 1 : 0;
  const place = path[start];
  const list: unknown = start === 1 ? (value as Record<PropertyKey, unknown>)[path[0] as string] : value;
  const found: unknown = Array.isArray(list) && typeof place === "number" ? list[place] : undefined;
  const id = typeof found === "object" && found !== null && "id" in found ? found.id : undefined;
  const record = typeof id === "string" ? id : place === undefined ? "(whole file)" : `#${Number(place) + 1}`;
  return { record, field: path.slice(start + 1).join(".") || "(record)" };
}

function remedyOf(issue: z.core.$ZodIssue): { field: string | null; remedy: string } {
  if (issue.code === "unrecognized_keys") {
    return { field: issue.keys.join(", "), remedy: "is not known here; remove it or correct its spelling" };
  }
  return { field: null, remedy: issue.message };
}

async function readSource(folder: string, file: ReferenceFile): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(join(folder, file), "utf8");
  } catch {
    const remedy = `can not be read in ${folder}; put the file there or set REFERENCE to the right folder`;
    throw new ReferenceDataError(file, "(whole file)", "(file)", remedy);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ReferenceDataError(
      file,
      "(whole file)",
      "(file)",
      `is not JSON (${reason}); correct its commas and quotes`,
    );
  }
}

function checkFile<File extends ReferenceFile>(file: File, value: unknown): ReferenceSource[File] {
  const result = referenceFiles[file].safeParse(value);
  if (result.success) return result.data as ReferenceSource[File];
  const issue = result.error.issues[0];
  if (!issue) throw new ReferenceDataError(file, "(whole file)", "(file)", "does not have the expected shape");
  const place = recordOf(value, issue.path);
  const { field, remedy } = remedyOf(issue);
  throw new ReferenceDataError(file, place.record, field ?? place.field, remedy);
}

function shiftsOf(staffing: Staffing): Shift[] {
  return staffing.shifts.map(({ id, hours, operators, consultants, supervisors }) => ({
    id,
    from: hours.open,
    to: hours.close,
    operators,
    consultants,
    supervisors,
  }));
}

function officeOf(source: SourceOffice, staffing: Staffing, waitNorm: number, serviceNorm: number): Office {
  const { staffing: _, waitNormMinutes, serviceNormMinutes, ...office } = source;
  return {
    ...office,
    desks: staffing.desks,
    openings: staffing.openings,
    shifts: shiftsOf(staffing),
    waitNormSeconds: (waitNormMinutes ?? waitNorm) * 60,
    serviceNormSeconds: (serviceNormMinutes ?? serviceNorm) * 60,
  };
}

/**
 * The staff list of an office: numbered through its shifts, operators first, then consultants, then supervisors, as
 * `KZ-71-01-07`. Operators and consultants share the desks of the other shift; a supervisor has none.
 */
export function staffOf(office: Pick<Office, "id" | "desks" | "shifts">): OperatorRecord[] {
  const staff: OperatorRecord[] = [];
  for (const shift of office.shifts) {
    let desk = 0;
    const add = (role: StaffRole, people: number) => {
      for (let person = 0; person < people; person += 1) {
        desk += 1;
        const number = String(staff.length + 1).padStart(2, "0");
        const atDesk = role !== "supervisor" && desk <= office.desks;
        staff.push({
          id: `${office.id}-${number}`,
          office: office.id,
          desk: atDesk ? String(desk) : null,
          shift: shift.id,
          role,
        });
      }
    };
    add("operator", shift.operators);
    add("consultant", shift.consultants);
    add("supervisor", shift.supervisors);
  }
  return staff;
}

function normMinutes(source: ReferenceSource, id: string): number {
  const target = source["targets.json"].find((each) => each.id === id && each.validTo === null);
  if (target?.unit === "minute") return target.amount;
  throw new ReferenceDataError("targets.json", id, "id", "is missing; add it in minutes and without validTo");
}

/** Puts the checked files together: staff lists expanded, holidays as dates, the norms of each office filled in. */
function buildReference(source: ReferenceSource): Reference {
  checkReferences(source);
  const staffing = new Map(source["staffing.json"].map((pattern) => [pattern.id, pattern]));
  const waitNorm = normMinutes(source, "waiting-norm");
  const serviceNorm = normMinutes(source, "service-norm");
  const offices = source["offices.json"].map((office) =>
    officeOf(office, staffing.get(office.staffing) as Staffing, waitNorm, serviceNorm),
  );
  return {
    regions: source["regions.json"],
    offices,
    services: source["services.json"].map((service) => ({
      ...service,
      norms: [...service.norms].sort((one, other) => other.validFrom - one.validFrom),
    })),
    authorities: source["authorities.json"],
    calendars: {
      counting: source["calendars.json"].counting.map(expandCalendar),
      opening: source["calendars.json"].opening,
    },
    targets: source["targets.json"],
    operators: offices.flatMap(staffOf),
  };
}

/**
 * Reads and checks a folder of reference data.
 * @throws ReferenceDataError naming the file, the record, the field and the remedy of the first thing that is wrong.
 */
export async function loadReference(folder: string): Promise<Reference> {
  const files = Object.keys(referenceFiles) as ReferenceFile[];
  const entries = await Promise.all(files.map(async (file) => [file, checkFile(file, await readSource(folder, file))]));
  return buildReference(Object.fromEntries(entries) as ReferenceSource);
}
