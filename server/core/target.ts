import { TARGET_KINDS, type TargetKind, type TargetRecord, type Targets } from "../../shared/floor.ts";
import type { StaffRole, Target } from "../../shared/reference.ts";
import { type Day, formatDay } from "../../shared/time.ts";

/** Targets of the reference data are those of operators: nobody measures a consultant by numbers. */
const BY_REFERENCE: StaffRole = "operator";

/** What the reference data say of targets, as the first records of every office's history. */
export function givenTargets(targets: readonly Target[]): readonly TargetRecord[] {
  return targets.flatMap(({ id, amount, validFrom, validTo, source }) => {
    const kind = TARGET_KINDS.find((each) => each === id);
    if (kind === undefined) return [];
    const given = { kind, role: BY_REFERENCE, setAt: null, setBy: null, source };
    const first: TargetRecord = { ...given, amount, from: formatDay(validFrom) };
    return validTo === null ? [first] : [first, { ...given, amount: null, from: formatDay(validTo + 1) }];
  });
}

/**
 * The targets of a role on an office-local date [M3]: of the records that hold by then the one with the latest date, of
 * one date the one set last.
 */
export function targetsOn(records: readonly TargetRecord[], role: StaffRole, day: Day): Targets {
  const date = formatDay(day);
  const found: Record<TargetKind, TargetRecord | null> = { "documents-a-day": null, "early-leave": null };
  for (const record of records) {
    if (record.role !== role || record.from > date) continue;
    const before = found[record.kind];
    if (before === null || record.from > before.from || (record.from === before.from && later(record, before)))
      found[record.kind] = record;
  }
  return {
    "documents-a-day": found["documents-a-day"]?.amount ?? null,
    "early-leave": found["early-leave"]?.amount ?? null,
  };
}

function later(a: TargetRecord, b: TargetRecord): boolean {
  return (a.setAt ?? Number.NEGATIVE_INFINITY) >= (b.setAt ?? Number.NEGATIVE_INFINITY);
}
