import type { AccountRole } from "../../shared/accessAnswers.ts";
import { Problem } from "../http/problem.ts";
import type { Account } from "./account.ts";
import { placeOf } from "./ranks.ts";

/** What is known of places. */
export interface KnownPlaces {
  knownRegion(id: string): boolean;
  /** The region of an office, null when there is no such office. */
  regionOf(office: string): string | null;
}

/** A role with the place that somebody says it is for. */
export interface SaidPlace {
  readonly role: AccountRole;
  readonly region?: string | null | undefined;
  readonly office?: string | null | undefined;
  readonly operator?: string | null | undefined;
}

function wrong(parameter: string, remedy: string): Problem {
  return new Problem("invalid-parameter", `${parameter}: ${remedy}`, { members: { parameter } });
}

/** The place of an account as its role must have it. @throws Problem that names the field */
export function accountPlace(
  { role, region, office, operator }: SaidPlace,
  known: KnownPlaces,
): Pick<Account, "region" | "office" | "operator"> {
  const kind = placeOf(role);
  if (role === "operator" && !operator)
    throw wrong("operator", "an operator's account names the operator at the desk.");
  if (role !== "operator" && operator) throw wrong("operator", "only an operator's account names one.");
  if (kind === "country" && (office || region))
    throw wrong(office ? "office" : "region", `the role ${role} is for the whole country; leave it out.`);
  if (kind === "region" && office) throw wrong("office", `the role ${role} is for a region; leave it out.`);
  if (office) {
    const its = known.regionOf(office);
    if (its === null) throw wrong("office", "there is no such office; take an id from /api/reference.");
    return { region: its, office, operator: operator || null };
  }
  if (kind === "office") throw wrong("office", `the role ${role} is for one office; name it.`);
  if (kind === "region" && !region) throw wrong("region", `the role ${role} is for one region; name it.`);
  if (region && !known.knownRegion(region))
    throw wrong("region", "there is no such region; take an id from /api/reference.");
  return { region: region || null, office: null, operator: null };
}
