import type { Request } from "express";
import type { Where } from "../../shared/access.ts";
import { type ReferenceIndex, regionOn } from "../../shared/referenceIndex.ts";
import { localDay } from "../../shared/time.ts";
import { callerBehind } from "../access/caller.ts";
import { Problem } from "../http/problem.ts";
import type { Clock } from "../ports.ts";

export interface Place {
  readonly region: string | null;
  readonly office: string | null;
}

/** Finds the places that requests name. */
export interface Places {
  /** The region that an office counts in today; null when there is no such office. */
  regionOf(office: string): string | null;
  /** Out of the address: `?region=` or `?office=`; without either the asker's own place. @throws Problem for a place that nobody knows. */
  asked(request: Request): Place;
  /** Out of a body. @throws Problem for a place that nobody knows. */
  named(region: string | null | undefined, office: string | null | undefined): Place;
}

/** A place as the gate asks for it. */
export function whereOf({ region, office }: Place): Where {
  return { region, office };
}

/** Places by the reference data. */
export function placesOf(index: ReferenceIndex, clock: Pick<Clock, "now">): Places {
  const regionOf = (id: string): string | null => {
    const office = index.offices.get(id);
    return office === undefined ? null : regionOn(office, localDay(clock.now(), office.zone));
  };
  const unknown = (parameter: string, id: string) =>
    new Problem(
      "invalid-parameter",
      `${parameter}: the reference data has no ${parameter} "${id}"; take an id from /api/reference.`,
      { members: { parameter } },
    );
  const named: Places["named"] = (region, office) => {
    if (office) {
      const of = regionOf(office);
      if (of === null) throw unknown("office", office.slice(0, 64));
      return { region: of, office };
    }
    if (!region) return { region: null, office: null };
    if (!index.regions.has(region)) throw unknown("region", region.slice(0, 64));
    return { region, office: null };
  };
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
  const asked: Places["asked"] = ({ query, res }) => {
    const place = named(text(query.region), text(query.office));
    const own = place.region === null && res !== undefined ? callerBehind(res).principal : null;
    return own === null ? place : named(own.region, own.office);
  };
  return { regionOf, named, asked };
}
