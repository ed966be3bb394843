import type { MyDayAnswer } from "../../shared/myDay.ts";

type Between = readonly [from: number, to: number];

/** From the first sign of the day to its last, at most to now, epoch ms; null when there was none. */
export function deskSpan({ acts, tickets, asOf }: Pick<MyDayAnswer, "acts" | "tickets" | "asOf">): Between | null {
  const moments = [
    ...acts.map(({ at }) => at),
    ...(tickets ?? []).flatMap(({ called, closed }) => [called, closed ?? asOf]),
  ];
  if (moments.length === 0) return null;
  const from = Math.min(...moments);
  const signedIn = acts.findLast(({ act }) => act === "sign-in" || act === "sign-out")?.act === "sign-in";
  const isRunning = asOf - from < 86_400_000 / 2;
  const to = signedIn && isRunning ? asOf : Math.max(...moments);
  return to > from ? [from, to] : null;
}

/** The breaks of a day: each to its end, and one without an end to `asOf`. */
export function breaksOf({ acts, asOf }: Pick<MyDayAnswer, "acts" | "asOf">): readonly Between[] {
  const breaks: Between[] = [];
  let since: number | null = null;
  for (const { at, act } of acts) {
    if (act === "pause") since ??= at;
    else if (act !== "sign-in" && since !== null) {
      breaks.push([since, at]);
      since = null;
    }
  }
  if (since !== null) breaks.push([since, asOf]);
  return breaks;
}
