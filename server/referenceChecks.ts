import type { Day } from "../shared/time.ts";
import type { ReferenceFile, ReferenceSource } from "./referenceSchema.ts";

/** What is wrong in a reference folder: the file, the record (its id or place), the field, and what to do about it. */
export class ReferenceDataError extends Error {
  readonly file: string;
  readonly record: string;
  readonly field: string;

  constructor(file: string, record: string, field: string, remedy: string) {
    super(`${file}: record ${record}, field "${field}": ${remedy}`);
    this.name = "ReferenceDataError";
    this.file = file;
    this.record = record;
    this.field = field;
  }
}

type Records = readonly { readonly id: string }[];
interface Dates {
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

function checkUnique(file: ReferenceFile, records: Records): void {
  const seen = new Set<string>();
  for (const { id } of records) {
    if (seen.has(id)) throw new ReferenceDataError(file, id, "id", "is used twice; give each record its own id");
    seen.add(id);
  }
}

function checkDates(file: ReferenceFile, id: string, dates: Dates): void {
  if (dates.validTo !== null && dates.validTo < dates.validFrom) {
    throw new ReferenceDataError(file, id, "validTo", "lies before validFrom; correct one of them");
  }
}

function checkKnown(
  file: ReferenceFile,
  id: string,
  field: string,
  value: string,
  known: Records,
  where: string,
): void {
  if (known.some((record) => record.id === value)) return;
  throw new ReferenceDataError(file, id, field, `"${value}" is not in ${where}; add it there or correct it here`);
}

function overlap(one: Dates, other: Dates): boolean {
  const end = Number.POSITIVE_INFINITY;
  return one.validFrom <= (other.validTo ?? end) && other.validFrom <= (one.validTo ?? end);
}

function checkNorms(source: ReferenceSource): void {
  for (const service of source["services.json"]) {
    service.norms.forEach((norm, place) => {
      const field = `norms.${place}`;
      checkDates("services.json", `${service.id} (${field})`, norm);
      checkKnown(
        "services.json",
        service.id,
        `${field}.calendar`,
        norm.calendar,
        source["calendars.json"].counting,
        "calendars.json (counting)",
      );
      const twin = service.norms
        .slice(0, place)
        .find((other) => other.variant === norm.variant && overlap(other, norm));
      if (twin) {
        const remedy = `overlaps another norm of variant "${norm.variant}"; end the earlier one the day before`;
        throw new ReferenceDataError("services.json", service.id, `${field}.validFrom`, remedy);
      }
    });
  }
}

function checkTiles(source: ReferenceSource): void {
  const taken = new Map<string, string>();
  for (const { id, tile } of source["regions.json"]) {
    if (tile === null) continue;
    const place = `${tile.column}/${tile.row}`;
    const holder = taken.get(place);
    if (holder !== undefined) {
      throw new ReferenceDataError("regions.json", id, "tile", `is the tile of ${holder} already; choose a free one`);
    }
    taken.set(place, id);
  }
}

function checkCalendars(source: ReferenceSource): void {
  const { counting, opening } = source["calendars.json"];
  checkUnique("calendars.json", counting);
  checkUnique("calendars.json", opening);
  for (const { id, coverage, weekend, transfers } of counting) {
    if (coverage.to < coverage.from) {
      throw new ReferenceDataError(
        "calendars.json",
        id,
        "coverage.to",
        "lies before coverage.from; correct one of them",
      );
    }
    transfers.forEach(({ worked }, place) => {
      if (!weekend.includes((((worked + 3) % 7) + 7) % 7)) {
        const remedy = "is no day of the weekend; name the weekend day that was worked instead";
        throw new ReferenceDataError("calendars.json", id, `transfers.${place}.worked`, remedy);
      }
    });
  }
  for (const { id, follows } of opening) {
    if (follows !== null) {
      checkKnown("calendars.json", id, "follows", follows, counting, "calendars.json (counting)");
    }
  }
}

function checkOffices(source: ReferenceSource): void {
  const regions = source["regions.json"];
  for (const office of source["offices.json"]) {
    checkDates("offices.json", office.id, office);
    checkKnown("offices.json", office.id, "region", office.region, regions, "regions.json");
    checkKnown("offices.json", office.id, "staffing", office.staffing, source["staffing.json"], "staffing.json");
    office.formerRegions.forEach(({ region }, place) => {
      checkKnown("offices.json", office.id, `formerRegions.${place}.region`, region, regions, "regions.json");
    });
  }
}

/**
 * Checks what no file can know alone: ids, dates and every reference from one record to another.
 * @throws ReferenceDataError naming the first thing that is wrong and its remedy.
 */
export function checkReferences(source: ReferenceSource): void {
  for (const file of ["regions.json", "offices.json", "staffing.json", "services.json", "authorities.json"] as const) {
    checkUnique(file, source[file]);
  }
  for (const region of source["regions.json"]) checkDates("regions.json", region.id, region);
  for (const target of source["targets.json"]) checkDates("targets.json", target.id, target);
  checkTiles(source);
  checkCalendars(source);
  for (const { id, openings } of source["staffing.json"]) {
    checkKnown("staffing.json", id, "openings", openings, source["calendars.json"].opening, "calendars.json (opening)");
  }
  checkOffices(source);
  for (const service of source["services.json"]) {
    checkDates("services.json", service.id, service);
    checkKnown(
      "services.json",
      service.id,
      "authority",
      service.authority,
      source["authorities.json"],
      "authorities.json",
    );
  }
  checkNorms(source);
}
