import { type Office, validOn } from "../../shared/reference.ts";
import type { Coverage, StatisticsQuery } from "../../shared/statistics.ts";
import { localDay } from "../../shared/time.ts";
import { silentSince } from "../core/silence.ts";
import { command } from "./connection.ts";
import { officesKey } from "./keys.ts";
import type { ReaderParts } from "./statisticsReader.ts";

function existed(office: Office, { from, to }: StatisticsQuery): boolean {
  return office.validFrom <= to && (office.validTo === null || office.validTo >= from);
}

/** How much of the truth the figures of a question rest on. @throws RedisAwayError */
export async function readCoverage(
  { nodes, partitions, index }: ReaderParts,
  offices: readonly Office[],
  reporting: ReadonlySet<string>,
  query: StatisticsQuery,
  now: number,
): Promise<Coverage> {
  const stored = new Map<string, string>();
  const replies = await Promise.all(
    Array.from({ length: partitions }, async (_, partition) =>
      command<string[]>(await nodes.at(partition), ["HGETALL", officesKey(partition)]),
    ),
  );
  for (const reply of replies)
    for (let at = 0; at < reply.length; at += 2) stored.set(reply[at] as string, reply[at + 1] as string);
  const silent: string[] = [];
  let oldest = Number.POSITIVE_INFINITY;
  let missingEvents = 0;
  for (const office of offices) {
    const [lastEvent, lastArrival, missing] = (stored.get(office.id) ?? "0|0|0").split("|").map(Number) as [
      number,
      number,
      number,
    ];
    missingEvents += missing;
    if (lastEvent > 0) oldest = Math.min(oldest, lastEvent);
    const running = query.to >= localDay(now, office.zone) && validOn(office, localDay(now, office.zone));
    if (running && silentSince(office, lastArrival, now, index) !== null) silent.push(office.id);
  }
  return {
    expected: offices.filter((office) => existed(office, query) || reporting.has(office.id)).length,
    reporting: reporting.size,
    silent: silent.sort(),
    oldestEvent: Number.isFinite(oldest) ? new Date(oldest).toISOString() : null,
    missingEvents,
  };
}
