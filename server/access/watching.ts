import type { RequestHandler } from "express";
import type { Logger } from "pino";
import { may, type Principal } from "../../shared/access.ts";
import type { Scope } from "../../shared/wire.ts";
import type { Entrance } from "../live/gateway.ts";
import type { Audit } from "./audit.ts";
import type { RegionOf } from "./bounds.ts";
import type { Identity } from "./identity.ts";

/** What somebody may see of a scope: all of it, its sums without single operators, or nothing. */
function viewFor(principal: Principal, scope: Scope, regionOf: RegionOf): "all" | "totals" | null {
  if (scope === "status") return may(principal, "see-status") ? "all" : null;
  if (scope === "country") return may(principal, "see-totals") ? "all" : null;
  const id = scope.slice(scope.indexOf(":") + 1);
  if (scope.startsWith("region:")) return may(principal, "see-totals", { region: id }) ? "all" : null;
  const where = { office: id, region: regionOf(id) };
  if (may(principal, "see-operators", where)) return "all";
  return may(principal, "see-totals", where) ? "totals" : null;
}

/** The entrance of the sockets: the same gate as that of every request. */
export function createEntrance(parts: {
  readonly session: RequestHandler;
  readonly identity: Identity;
  readonly audit: Audit;
  readonly regionOf: RegionOf;
  readonly log: Pick<Logger, "warn">;
}): Entrance {
  const { session, identity, audit, regionOf, log } = parts;
  return {
    session,
    of: (request) => identity.of(request),
    still: (caller) => identity.still(caller),
    room({ principal }, scope) {
      const view = principal === null ? null : viewFor(principal, scope, regionOf);
      return view === "totals" ? (`${scope}#totals` as `office:${string}#totals`) : view === "all" ? scope : null;
    },
    looks({ principal }, scope) {
      const office = scope.slice("office:".length);
      if (principal === null) return;
      audit
        .record({ by: principal, act: "see-operators", what: "live", office, region: regionOf(office) })
        .catch((error: unknown) => log.warn({ err: String(error) }, "a look was not taken down"));
    },
  };
}
