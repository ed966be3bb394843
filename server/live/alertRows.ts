import type { Scope } from "../../shared/wire.ts";
import type { Replica } from "./replica.ts";
import type { Room } from "./room.ts";

/** Puts the alerts that stand within a scope into its room, and takes those out that are over. */
export function putAlerts(room: Pick<Room, "put" | "keepOnly">, scope: Scope, replica: Replica): void {
  const id = scope.slice(scope.indexOf(":") + 1);
  const keys = new Set<string>();
  for (const [of, row] of replica.alerts) {
    const office = of.slice(0, of.indexOf("/"));
    const live = replica.offices.get(office);
    const shown = scope === "country" || office === id || (live !== undefined && replica.regionOf(live).id === id);
    if (!shown) continue;
    keys.add(`alert:${of}`);
    room.put(`alert:${of}`, row);
  }
  room.keepOnly("alert:", keys);
}
