import { localDay } from "../../shared/time.ts";
import { inOrder, type RecountSheet, type RecountWorld, type Told } from "./recountEntity.ts";

const YEAR_MS = 366 * 86_400_000;

/** What begins an interval, what ends it, and what on a later day says that it was never ended. */
const TRACKS = [
  { figure: "signedIn", begins: "signed-in", ends: ["signed-out"] },
  { figure: "paused", begins: "paused", ends: ["resumed", "signed-out"] },
] as const;

/** Counts an operator's time at the desk and in pauses out of all that they did there. */
export function recountActs(
  acts: readonly Told[],
  world: RecountWorld,
  sheet: RecountSheet,
  lastNaming: (moment: number) => number,
): void {
  const day = (moment: number) => localDay(moment, world.zone);
  const endless = (figure: string, from: number) =>
    sheet.add(from, figure, (day(from) === day(world.now) ? world.now : lastNaming(from)) - from);
  const ordered = [...acts].sort(inOrder);
  for (const { figure, begins, ends } of TRACKS) {
    let from: number | null = null;
    for (const { event, time } of ordered) {
      const act = event.type.slice("oss.operator.".length);
      if (from !== null && day(from) !== day(time) && (act === "signed-in" || act === begins)) {
        endless(figure, from);
        from = null;
      }
      if (act === begins) from ??= time;
      else if (from !== null && (ends as readonly string[]).includes(act)) {
        if (time - from <= YEAR_MS) sheet.span(figure, from, time);
        from = null;
      }
    }
    if (from !== null) endless(figure, from);
  }
}
