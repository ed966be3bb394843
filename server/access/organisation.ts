import { ACCOUNT_ROLES, type AccountRole } from "../../shared/accessAnswers.ts";
import type { SaidPlace } from "./accountPlace.ts";

/** How the organisation's sign-in is reached, and in which claims it says who somebody is. */
export interface OrganisationConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button of the sign-in page calls it. */
  readonly name: string;
  readonly scope: string;
  /** The claims for role, region, office and operator. */
  readonly claims: Readonly<Record<"role" | "region" | "office" | "operator", string>>;
  /** Roles by a value of the role's claim; the first that fits counts. A role's own name always fits. */
  readonly roles: Readonly<Record<string, AccountRole>>;
}

/** What a sign-in through the organisation has to come back with. */
export interface Errand {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The organisation's sign-in. */
export interface Organisation {
  readonly name: string;
  /** Where to send the browser, and what it has to come back with. Rejects when the organisation can not be reached. */
  begin(redirectTo: string): Promise<{ readonly url: string; readonly errand: Errand }>;
  /** Who came back, by the claims of the ID token. Rejects when it is not the errand that was begun. */
  finish(address: URL, errand: Errand): Promise<Readonly<Record<string, unknown>>>;
}

function texts(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((each): each is string => typeof each === "string" && each !== "");
}

/** The role and the place that the claims give somebody; null when they give none. */
export function placeInClaims(
  claims: Readonly<Record<string, unknown>>,
  { claims: named, roles }: Pick<OrganisationConfig, "claims" | "roles">,
): SaidPlace | null {
  const said = texts(claims[named.role]);
  const role = said.map((each) => roles[each] ?? ACCOUNT_ROLES.find((known) => known === each)).find(Boolean);
  if (role === undefined) return null;
  const one = (name: "region" | "office" | "operator") => texts(claims[named[name]])[0] ?? null;
  return { role, region: one("region"), office: one("office"), operator: one("operator") };
}

/** What somebody is called, as far as the organisation says. */
export function nameInClaims(claims: Readonly<Record<string, unknown>>): string {
  return texts([claims.name, claims.preferred_username, claims.sub].flat())[0]?.slice(0, 120) ?? "";
}
