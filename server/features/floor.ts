import type { MakeFeature } from "../feature.ts";
import { disputesRouter } from "../floor/disputesRouter.ts";
import { floorRouter, myDayRouter } from "../floor/floorRouter.ts";
import { helpRouter } from "../floor/helpRouter.ts";
import { teamDays } from "../floor/myDayAnswer.ts";
import { OfficeDays } from "../floor/officeDays.ts";
import { targetsRouter } from "../floor/targetsRouter.ts";
import { disputeStore } from "../redis/disputeStore.ts";
import { floorReader } from "../redis/floorReader.ts";
import { helpStore } from "../redis/helpStore.ts";
import { targetStore } from "../redis/targetStore.ts";

/** The supervisor's floor and the operator's own day, with targets, disputes and calls for help. */
export const floor: MakeFeature = ({ nodes, partitions, index, clock, replica, figures, guard, audit }) => {
  const source = floorReader({ nodes, partitions, index });
  const parts = {
    index,
    clock,
    days: new OfficeDays(source, clock),
    targets: targetStore(nodes, partitions),
    disputes: disputeStore(nodes, partitions),
    help: helpStore(nodes, partitions),
    live: (office: string) => replica.offices.get(office),
    audit,
  };
  return {
    routes: [
      ["/api/floor", floorRouter(parts, guard)],
      ["/api/my-day", myDayRouter({ ...parts, team: teamDays(clock, figures, source) }, guard)],
      ["/api/targets", targetsRouter(parts, guard)],
      ["/api/disputes", disputesRouter(parts, guard)],
      ["/api/help", helpRouter(parts, guard)],
    ],
  };
};
