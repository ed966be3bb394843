import { setTimeout as sleep } from "node:timers/promises";
import { DICTIONARY } from "../../shared/dictionary.ts";
import type { Bench } from "./bench.ts";
import { delaysOf } from "./delays.ts";
import { PEAK, type PeakCentre } from "./peak.ts";
import { median, quantile } from "./quantile.ts";
import { atMost, type Result } from "./result.ts";
import { startViewers } from "./viewersProcess.ts";
import { beginToNote, framesOf, noted, openWall } from "./wall.ts";
import { startWitness } from "./witness.ts";

const VIEWERS = 200;
const WARM_MS = 4_000;

/** How long it takes from the door's answer until a real browser has painted the figure, while others watch too. */
export async function measureScreen(bench: Bench, { centre, feed }: PeakCentre): Promise<Result> {
  bench.say("screen: browser and viewers");
  const viewers = await startViewers(bench.programs, centre.url, VIEWERS);
  const wall = await openWall(centre.url);
  try {
    const warming = feed();
    await sleep(WARM_MS);
    await warming.stop();
    await sleep(2_000);
    const frame = median(await framesOf(wall.page, 60));
    const base = await beginToNote(wall.page, DICTIONARY.accepted.names.en);
    const witness = await startWitness(centre.url);
    bench.say("screen: the peak");
    const feeding = feed();
    await sleep(bench.quick ? 10_000 : 40_000);
    await feeding.stop();
    await sleep(2_000);
    witness.stop();
    const { connected } = await viewers.seen();
    const found = delaysOf(base, feeding.accepted, await noted(wall.page));
    const heard = delaysOf(base, feeding.accepted, witness.told);
    const limit = { what: "a change in the idle page until painted", value: frame };
    const lost = feeding.accepted.length - found.length;
    const note = `${found.length} accepted applications${lost > 0 ? `, ${lost} never shown` : ""}${feeding.again > 0 ? `, ${feeding.again} requests sent again` : ""}`;
    return {
      line: "screen",
      title: "stored → painted",
      how: `Posted by the door at ${PEAK} events/s in 50 requests a second, ${connected} other viewers of the country on their own connections, Chromium 1920 × 1080 on the country view; from the door's 202 for the n-th accepted application until the frame that shows n of them is painted; one clock; ${bench.index.offices.size} offices`,
      events: feeding.sent,
      figures: [
        { ...atMost("stored → painted, p50", quantile(found, 0.5), "ms", 80, limit), note },
        atMost("stored → painted, p99", quantile(found, 0.99), "ms", 200, limit),
        { what: "stored → painted, max", value: quantile(found, 1), unit: "ms" },
        { what: "  of it until a socket is told, p50", value: quantile(heard, 0.5), unit: "ms" },
        { what: "  of it until a socket is told, p99", value: quantile(heard, 0.99), unit: "ms" },
      ],
    };
  } finally {
    await wall.stop();
    await viewers.stop();
  }
}
