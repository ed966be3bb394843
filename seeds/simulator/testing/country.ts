import type { ReferenceIndex } from "../../../shared/referenceIndex.ts";
import { type Day, parseDay } from "../../../shared/time.ts";
import type { ScenarioName } from "../generator/scenario.ts";
import { SETTINGS } from "../generator/settings.ts";
import { createWorld, type World } from "../generator/world.ts";

/** The day of a date such as `2026-11-23`. */
export function dayOf(date: string): Day {
  return parseDay(date) as Day;
}

/** A Monday without holidays. */
export const MONDAY = dayOf("2026-11-23");

/** A country to test with; a scenario is at its height on that Monday. */
export function worldOf(
  index: ReferenceIndex,
  { seed = "test", scale = 1, name = "ordinary" as ScenarioName } = {},
): World {
  return createWorld({ seed, index, settings: SETTINGS, scale, scenario: { name, day: MONDAY } });
}
