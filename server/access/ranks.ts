import { may, type Principal } from "../../shared/access.ts";
import type { AccountRole } from "../../shared/accessAnswers.ts";

/** Who stands above whom; nobody gives a role above the own one. */
const RANK: Readonly<Record<AccountRole, number>> = {
  operator: 1,
  supervisor: 2,
  analyst: 2,
  manager: 3,
  "regional-manager": 4,
  coordinator: 5,
};

/** The place that an account is for. */
export interface Post {
  readonly role: AccountRole;
  readonly region: string | null;
  readonly office: string | null;
}

/** Whether somebody may make, disable and reset an account of this role at this place. */
export function mayKeep(keeper: Principal, { role, region, office }: Post): boolean {
  const own = RANK[keeper.role as AccountRole] ?? 0;
  return RANK[role] <= own && may(keeper, "manage-accounts", { region, office });
}

/** What a role's place must be. */
export function placeOf(role: AccountRole): "country" | "region" | "office" | "any" {
  if (role === "coordinator") return "country";
  if (role === "regional-manager") return "region";
  return role === "analyst" ? "any" : "office";
}
