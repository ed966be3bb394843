import type { Explanation } from "../../shared/alerts.ts";
import type { ApplicationAnswer, ApplicationStep } from "../../shared/statistics.ts";
import { localDay } from "../../shared/time.ts";
import { type Application, clockStop } from "../core/application.ts";
import { standingOf } from "../core/applicationStanding.ts";
import { type Counted, daysLate, daysUsed } from "../core/daysUsed.ts";
import { happened, NEVER } from "../core/moment.ts";
import { wayOf } from "../core/openApplication.ts";
import { lateInOutage, type OutageDays, outageDaysOf } from "../core/outageDays.ts";
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

/** Where an application stands at the moment of `counted`, and whose its working days are; `outages` are its office's. */
export function describeApplication(
  office: string,
  application: Application,
  counted: Counted,
  outages: OutageDays,
): ApplicationAnswer {
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
    outage: way && lateInOutage(way, running, outages),
  };
}

/** What an application's answer is made from: the readers' parts, and what managers explained. */
export interface ApplicationGround extends ReaderParts {
  /** @throws RedisAwayError */
  explanations(): Promise<readonly Explanation[]>;
}

/** The application as stored; null when no such application is kept. @throws RedisAwayError */
export async function readApplication(
  { nodes, partitions, index, clock, explanations }: ApplicationGround,
  id: string,
  application: string,
): Promise<ApplicationAnswer | null> {
  const partition = partitionOf(id, partitions);
  const at = await nodes.at(partition);
  const text = await command<string | null>(at, ["HGET", applicationsKey(partition, id), application]);
  const office = index.offices.get(id);
  if (text === null || office === undefined) return null;
  const counted = countedAt(index, office, clock.now());
  const { counting, zone, now } = counted;
  const outages = outageDaysOf(await explanations(), { index, counting, office }, localDay(now, zone));
  return describeApplication(id, unpackApplication(application, text), counted, outages);
}
