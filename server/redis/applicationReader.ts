import type { ApplicationAnswer } from "../../shared/statistics.ts";
import { type Application, clockStop } from "../core/application.ts";
import { standingOf } from "../core/applicationStanding.ts";
import { happened, NEVER } from "../core/moment.ts";
import { unpackApplication } from "../core/packing.ts";
import { command } from "./connection.ts";
import { applicationsKey, partitionOf } from "./keys.ts";
import type { ReaderParts } from "./statisticsReader.ts";

function stepsOf(application: Application): { type: string; time: string }[] {
  const { accepted, sent, received, ready, declined, withdrawn, issued } = application;
  const single = { accepted, sent, received, ready, declined, withdrawn, issued };
  const steps = Object.entries(single)
    .filter(([, mark]) => happened(mark))
    .map(([name, mark]) => ({ type: `oss.application.${name}`, at: mark.time }));
  for (const { time } of application.returns) steps.push({ type: "oss.application.returned", at: time });
  return steps.sort((a, b) => a.at - b.at).map(({ type, at }) => ({ type, time: new Date(at).toISOString() }));
}

/** Where an application stands at `now` (epoch ms). */
export function describeApplication(office: string, application: Application, now: number): ApplicationAnswer {
  const { due } = application;
  return {
    office,
    application: application.id,
    ...standingOf(application),
    deadline: due === NEVER ? null : new Date(due).toISOString(),
    delayed: due <= now && due <= application.withdrawn.time && clockStop(application) > due,
    steps: stepsOf(application),
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
  return text === null ? null : describeApplication(office, unpackApplication(id, text), parts.clock.now());
}
