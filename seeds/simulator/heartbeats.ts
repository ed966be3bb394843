import type { Office } from "../../shared/reference.ts";
import { isOpen, type ReferenceIndex } from "../../shared/referenceIndex.ts";
import { formatDay, localDay } from "../../shared/time.ts";
import { heartbeatPhase } from "./generator/countryDay.ts";
import { timeText, toJson } from "./generator/eventText.ts";
import { type Origin, originOf, sourceOf } from "./generator/fact.ts";
import type { LineOutage } from "./generator/lineOutage.ts";
import type { Outgoing } from "./sender.ts";

const MINUTE_MS = 60_000;

interface Pulse {
  readonly office: Office;
  readonly origin: Origin;
  readonly phase: number;
  sequence: number;
}

/**
 * The heartbeats of all open offices, one a minute each. They are never sent later, so they are numbered as they are
 * sent, under a producer named after the moment at which this run began.
 */
export class Heartbeats {
  readonly #index: ReferenceIndex;
  readonly #pulses: readonly Pulse[];
  #last: number;

  constructor(index: ReferenceIndex, now: number) {
    this.#index = index;
    this.#last = now - MINUTE_MS;
    this.#pulses = index.reference.offices.map((office) => {
      const usual = originOf(office.id, office.zone, formatDay(localDay(now, office.zone)));
      const began = timeText(now, office.zone).slice(0, 19).replaceAll(":", "");
      const line = sourceOf(office.id, `line.${began}`);
      const origin = { ...usual, sources: { ...usual.sources, line } };
      return { office, origin, phase: heartbeatPhase(office.id), sequence: 0 };
    });
  }

  /** The heartbeats since the last call, none of closed offices and of those whose line is down. */
  take(now: number, outages: ReadonlyMap<string, LineOutage>): Outgoing[] {
    const last = this.#last;
    this.#last = now;
    const beats: Outgoing[] = [];
    for (const pulse of this.#pulses) {
      const { office, phase, origin } = pulse;
      if (Math.floor((now - phase) / MINUTE_MS) <= Math.floor((last - phase) / MINUTE_MS)) continue;
      const outage = outages.get(office.id);
      if ((outage && now >= outage.from && now < outage.to) || !isOpen(office, now, this.#index)) continue;
      pulse.sequence += 1;
      const { sequence } = pulse;
      const fact = { at: now, producer: "line", type: "oss.office.heartbeat", data: {}, origin, sequence } as const;
      beats.push({ office: office.id, json: toJson(fact) });
    }
    return beats;
  }
}
