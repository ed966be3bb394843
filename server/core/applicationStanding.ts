import type { ApplicationStatus } from "../../shared/statistics.ts";
import type { Application } from "./application.ts";
import { happened } from "./moment.ts";

/** Where an application stands: how far it is, and who holds it. */
export interface ApplicationStanding {
  readonly status: ApplicationStatus;
  readonly place: "front office" | "authority";
}

function statusOf({ withdrawn, issued, ready, declined, returns }: Application): ApplicationStatus {
  if (happened(withdrawn)) return "withdrawn";
  if (happened(issued)) return "issued";
  if (happened(ready) && ready.time <= declined.time) return "ready";
  if (happened(declined)) return "declined";
  return returns.length > 0 ? "returned" : "under review";
}

/** Where an application stands by what is told of it. */
export function standingOf(application: Application): ApplicationStanding {
  const status = statusOf(application);
  const away = status === "under review" && (happened(application.sent) || happened(application.received));
  return { status, place: away ? "authority" : "front office" };
}
