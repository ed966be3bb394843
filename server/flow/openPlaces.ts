import type { Office } from "../../shared/reference.ts";
import type { CountingIndex, ReferenceIndex } from "../../shared/referenceIndex.ts";
import type { Coverage } from "../../shared/statistics.ts";
import type { Counted } from "../core/daysUsed.ts";
import { silentSince } from "../core/silence.ts";

/** What the centre knows of an office's running day. */
export interface Heard {
  /** Epoch ms, 0 for never. */
  readonly lastEvent: number;
  readonly lastArrival: number;
  readonly missing: number;
  /** Whether anything of the running day is stored. */
  readonly reporting: boolean;
}

/** The calendar by which an office's days are counted: the one that its openings follow, else the first there is. */
export function countingOf(index: ReferenceIndex, office: Office): CountingIndex {
  const follows = index.opening.get(office.openings)?.follows;
  return follows ?? ([...index.counting.values()][0] as CountingIndex);
}

/** How the days of an office are counted at a moment (epoch ms). */
export function countedAt(index: ReferenceIndex, office: Office, now: number): Counted {
  return { counting: countingOf(index, office), zone: office.zone, now };
}

/** How much of what is in hand the centre knows. */
export function coverageOf(
  offices: readonly Office[],
  heard: (office: string) => Heard | undefined,
  index: ReferenceIndex,
  now: number,
): Coverage {
  let [reporting, oldest, missingEvents] = [0, Number.POSITIVE_INFINITY, 0];
  const silent: string[] = [];
  for (const office of offices) {
    const of = heard(office.id);
    if (of?.reporting) reporting += 1;
    if (of !== undefined && of.lastEvent > 0) oldest = Math.min(oldest, of.lastEvent);
    missingEvents += of?.missing ?? 0;
    if (silentSince(office, of?.lastArrival ?? 0, now, index) !== null) silent.push(office.id);
  }
  return {
    expected: offices.length,
    reporting,
    silent,
    oldestEvent: Number.isFinite(oldest) ? new Date(oldest).toISOString() : null,
    missingEvents,
  };
}
