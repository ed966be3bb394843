import { type Act, may, type Principal } from "../../shared/access.ts";
import type { RegionOf } from "../access/bounds.ts";
import { Problem } from "../http/problem.ts";

/** A place that files are about: an office with its region, a region, or (both null) the country. */
export interface FilePlace {
  readonly region: string | null;
  readonly office: string | null;
}

/**
 * The place that a file is asked for, without one the asker's own, when they may do all of these acts there.
 * @throws Problem that names the parameter
 */
export function boundPlace(
  principal: Principal,
  acts: readonly Act[],
  asked: FilePlace,
  regionOf: RegionOf,
): FilePlace {
  const own = asked.office === null && asked.region === null;
  const office = own ? principal.office : asked.office;
  const region = office === null ? (own ? principal.region : asked.region) : regionOf(office);
  const place = { region, office };
  if (acts.every((act) => may(principal, act, place))) return place;
  const parameter = asked.office === null ? "region" : "office";
  const remedy = "your role may not take this away from there; leave it out for your own place.";
  throw new Problem("forbidden", `${parameter}: ${remedy}`, { members: { parameter } });
}
