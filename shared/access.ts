/** Who works with the centre. A `reader` is a script with the token for reading; a `visitor` looks at a demonstration. */
export const ROLES = [
  "coordinator",
  "regional-manager",
  "manager",
  "supervisor",
  "operator",
  "analyst",
  "display",
  "reader",
  "visitor",
] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who is known: the role and the place that it is for. No region and no office: the whole country. */
export interface Principal {
  /** Of the account or token; what the audit log names. */
  readonly id: string;
  readonly role: Role;
  readonly region: string | null;
  readonly office: string | null;
  /** The operator that a person is, when they work at a desk. */
  readonly operator: string | null;
  /** How the person wants to be called; for a token, what it is for. */
  readonly name: string;
}

/** What somebody asks for, and of which place. An office is asked for together with its region. */
export interface Where {
  readonly region?: string | null;
  readonly office?: string | null;
  /** When it is about one operator. */
  readonly operator?: string | null;
}

/** What can be done. */
export const ACTS = [
  "see-totals", // sums of a place, its offices, services and authorities
  "see-operators", // the individual figures of an office's operators, and its floor
  "see-own", // the figures of one operator: who it is, and who may see all of the office
  "see-applications", // lists of single applications and their steps
  "see-status", // how the centre itself is doing, dead letters
  "replay", // sends dead letters into the stream again
  "see-audit",
  "manage-accounts",
  "set-targets", // targets, norms and thresholds of a place
  "explain", // acknowledges an alert with cause, action and until when
  "close-months",
  "export",
  "dispute", // says that a timing of one's own is wrong
  "call-help",
  "answer-help",
] as const;
export type Act = (typeof ACTS)[number];

const STAFF_OF_PLACE: readonly Role[] = ["regional-manager", "manager", "supervisor", "analyst"];

/** Whether the place asked for lies within the principal's own. */
function within(of: Principal, where: Where): boolean {
  if (of.office !== null) return where.office === of.office;
  if (of.region !== null) return where.region === of.region;
  return true;
}

/** May they do it there? Pure, the one rule for HTTP, sockets, exports and what the pages offer. */
export function may(of: Principal, act: Act, where: Where = {}): boolean {
  const { role } = of;
  if (role === "visitor") return act.startsWith("see-") || act === "export";
  if (role === "reader") return (act.startsWith("see-") && act !== "see-audit") || act === "export";
  if (!within(of, where)) return false;
  const leads = role === "manager" || role === "regional-manager";
  const local = of.office !== null || of.region !== null;
  switch (act) {
    case "see-totals":
      return role !== "operator";
    case "see-operators":
      return local && STAFF_OF_PLACE.includes(role);
    case "see-own":
      if (role === "operator") return where.operator !== undefined && where.operator === of.operator;
      return local && STAFF_OF_PLACE.includes(role);
    case "see-applications":
      return role === "coordinator" || STAFF_OF_PLACE.includes(role);
    case "see-status":
      return role === "coordinator" || leads || role === "analyst";
    case "replay":
      return role === "coordinator";
    case "see-audit":
    case "manage-accounts":
    case "set-targets":
      return role === "coordinator" || leads;
    case "explain":
      return leads;
    case "close-months":
      return role === "coordinator";
    case "export":
      return role === "coordinator" || STAFF_OF_PLACE.includes(role);
    case "dispute":
    case "call-help":
      return role === "operator" && where.operator !== undefined && where.operator === of.operator;
    case "answer-help":
      return role === "supervisor" || role === "manager";
  }
}
