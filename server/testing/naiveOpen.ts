import { type CloudEvent, parseInstant, parseSource } from "../../shared/events.ts";
import type { OpenApplication, Step } from "../core/openApplication.ts";

/** What the recount must know: the deadline (epoch ms) of a service accepted at a moment, null when there is none. */
export interface NaiveDeadlines {
  deadline(service: string, variant: string, accepted: number): number | null;
}

interface Known {
  readonly event: CloudEvent;
  readonly time: number;
  readonly sequence: number;
}

const content = ({ event }: Known) => JSON.stringify(event.data);

/**
 * The applications of an office that somebody has in hand, straight from the set of distinct events and by the words of the
 * rule, without the core's ways. Simple on purpose; the index is held against it.
 */
export function naiveOpen(events: readonly CloudEvent[], world: NaiveDeadlines): Map<string, OpenApplication> {
  const distinct = new Map<string, Known>();
  for (const event of events) {
    const identity = `${parseSource(event.source)?.producer} ${Number(event.sequence)}`;
    if (!distinct.has(identity))
      distinct.set(identity, { event, time: parseInstant(event.time), sequence: Number(event.sequence) });
  }
  const told = new Map<string, Known[]>();
  for (const known of distinct.values()) {
    const { application } = known.event.data as { application?: string };
    if (application !== undefined) told.set(application, [...(told.get(application) ?? []), known]);
  }
  const found = new Map<string, OpenApplication>();
  for (const [id, list] of told) {
    const all = (type: string) =>
      list
        .filter(({ event }) => event.type === `oss.application.${type}`)
        .sort((a, b) => a.time - b.time || a.sequence - b.sequence || (content(a) < content(b) ? -1 : 1));
    const at = (type: string) => all(type)[0]?.time ?? Number.POSITIVE_INFINITY;
    const accepted = all("accepted")[0];
    if (accepted === undefined || Number.isFinite(Math.min(at("withdrawn"), at("issued")))) continue;
    if (at("declined") < at("ready")) continue;
    const data = accepted.event.data as Record<string, string>;
    const { service = "", authority = "", variant = "", due } = data;
    const steps: [number, Step][] = [];
    for (const type of ["sent", "received"] as const) for (const { time } of all(type)) steps.push([time, type]);
    for (const { event, time } of all("returned"))
      steps.push([time, `returned:${(event.data as { fault: "operator" }).fault}`]);
    const before = steps.filter(([time]) => time < at("ready"));
    if (Number.isFinite(at("ready"))) before.push([at("ready"), "ready"]);
    found.set(id, {
      service,
      authority,
      accepted: accepted.time,
      due: (due ? parseInstant(due) : world.deadline(service, variant, accepted.time)) ?? Number.POSITIVE_INFINITY,
      steps: before,
    });
  }
  return found;
}

/** The open application as a text that does not depend on the order of steps of one moment. */
export function openText({ service, authority, accepted, due, steps }: OpenApplication): string {
  const way = steps.map(([at, step]) => `${new Date(at).toISOString()} ${step}`).sort();
  return [service, authority, accepted, due, ...way].join("\n");
}
