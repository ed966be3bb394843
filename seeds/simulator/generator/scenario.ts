import type { Office } from "../../../shared/reference.ts";
import type { ReferenceIndex } from "../../../shared/referenceIndex.ts";
import type { Day } from "../../../shared/time.ts";
import { hashText } from "./random.ts";
import type { Settings } from "./settings.ts";

/** What may happen to the country besides ordinary work. */
export const SCENARIOS = ["ordinary", "land-rush", "authority-stalls", "office-cut-off"] as const;
export type ScenarioName = (typeof SCENARIOS)[number];

/** A scenario and the day on which it is at its height. */
export interface Scenario {
  readonly name: ScenarioName;
  readonly day: Day;
}

/** An authority that decides nothing from the first to the last day. */
export interface Stall {
  readonly authority: string;
  readonly from: Day;
  readonly to: Day;
}

function cityOffice(index: ReferenceIndex, seed: string, wanted: string | null): Office | undefined {
  if (wanted !== null) return index.offices.get(wanted);
  const cities = index.reference.offices.filter((office) => office.kind === "city" && office.validTo === null);
  return cities[hashText(seed, 7) % Math.max(1, cities.length)];
}

/** The office of the land-plot rush and the clients that come to it on a day; null on days without it. */
export function landRush(
  scenario: Scenario,
  day: Day,
  index: ReferenceIndex,
  settings: Settings,
  seed: string,
): { readonly office: string; readonly clients: number } | null {
  if (scenario.name !== "land-rush") return null;
  const { daysBefore, clientsByDay, office } = settings.scenarios.landRush;
  const since = day - scenario.day + daysBefore;
  const chosen = cityOffice(index, seed, office);
  if (since < 0 || !chosen) return null;
  return { office: chosen.id, clients: clientsByDay[Math.min(since, clientsByDay.length - 1)] ?? 0 };
}

/** The authority that stands still; null when none does. By default the one with the most services counted in days. */
export function stallOf(scenario: Scenario, index: ReferenceIndex, settings: Settings): Stall | null {
  if (scenario.name !== "authority-stalls") return null;
  const { authority, daysBefore, daysAfter } = settings.scenarios.authorityStalls;
  const counts = new Map<string, number>();
  for (const service of index.reference.services) {
    const slow = service.norms.some((norm) => norm.unit !== "minute" && norm.unit !== "hour");
    if (slow) counts.set(service.authority, (counts.get(service.authority) ?? 0) + 1);
  }
  const busiest = [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))[0]?.[0];
  const chosen = authority ?? busiest;
  return chosen === undefined
    ? null
    : { authority: chosen, from: scenario.day - daysBefore, to: scenario.day + daysAfter };
}

/** The office that is cut off on a day and its local minutes without a line; null when none is. */
export function cutOffOffice(
  scenario: Scenario,
  day: Day,
  index: ReferenceIndex,
  settings: Settings,
  seed: string,
): { readonly office: string; readonly from: number; readonly to: number } | null {
  if (scenario.name !== "office-cut-off" || day !== scenario.day) return null;
  const { office, from, to } = settings.scenarios.officeCutOff;
  const chosen = cityOffice(index, seed, office);
  return chosen ? { office: chosen.id, from, to } : null;
}
