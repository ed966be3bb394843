import { may, type Principal } from "../../shared/access.ts";

/** The page where somebody's work begins: the widest that they may see; an operator's own day. */
export function homeOf(principal: Principal): string {
  const { role, region, office } = principal;
  if (role === "operator") return "/my";
  if (office !== null) return role === "supervisor" ? `/office/${office}/floor` : `/office/${office}`;
  if (region !== null) return `/region/${region}`;
  return may(principal, "see-totals") ? "/" : "/status";
}
