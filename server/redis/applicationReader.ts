import type { ApplicationAnswer, ApplicationStep } from "../../shared/statistics.ts";
import { type Application, clockStop } from "../core/application.ts";
import { standingOf } from "../core/applicationStanding.ts";
import { type Counted, daysLate, daysUsed } from "../core/daysUsed.ts";
import { happened, NEVER } from "../core/moment.ts";
import { wayOf } from "../core/openApplication.ts";
import { unpackApplication } from "../core/packing.ts";
import { countedAt } from "../flow/openPlaces.ts";
import { command } from "./connection.ts";
import { applicationsKey, partitionOf } from "./keys.ts";
import type { ReaderParts } from "./statisticsReader.ts";

function stepsOf(application: Application): ApplicationStep[] {
  const { accepted, sent, received, ready, declined, withdrawn, issued, declinedFor } = application;
  const single = { accepted, sent, received, ready, declined, withdrawn, issued };
  const steps: { at: number; step: string; reason?: string; fault?: string }[] = Object.entries(single)
    .filter(([, mark]) => happened(mark))
    .map(([step, { time }]) => ({
      at: time,
      step,
      ...(step === "declined" && declinedFor !== "" ? { reason: declinedFor } : {}),
    }));
  for (const [at, step] of application.again) steps.push({ at, step });
  for (const { time, reason, fault } of application.returns) steps.push({ at: time, step: "returned", reason, fault });
  return steps
    .sort((a, b) => a.at - b.at)
    .map(({ at, step, ...why }) => ({ type: `oss.application.${step}`, time: new Date(at).toISOString(), ...why }));
}

/** Where an application stands at the moment of `counted`, and whose its working days are. */
export function describeApplication(office: string, application: Application, counted: Counted): ApplicationAnswer {
  const { due } = application;
  const { now } = counted;
  const way = wayOf(application);
  const running = { ...counted, now: Math.min(now, clockStop(application)) };
  return {
    office,
    application: application.id,
    ...standingOf(application),
    deadline: due === NEVER ? null : new Date(due).toISOString(),
    delayed: due <= now && due <= application.withdrawn.time && clockStop(application) > due,
    steps: stepsOf(application),
    service: way?.service ?? null,
    authority: way?.authority ?? null,
    used: way && daysUsed(way, running),
    late: way && daysLate(way, running),
  };
}

/** The application as stored; null when no such application is kept. @throws RedisAwayError */
export async function readApplication(
  parts: ReaderParts,
  office: string,
  id: string,
): Promise<ApplicationAnswer | null> {
  const partition = partitionOf(office, parts.partitions);
  const at = await parts.nodes.at(partition);
  const text = await command<string | null>(at, ["HGET", applicationsKey(partition, office), id]);
  const of = parts.index.offices.get(office);
  return text === null || of === undefined
    ? null
    : describeApplication(office, unpackApplication(id, text), countedAt(parts.index, of, parts.clock.now()));
}
