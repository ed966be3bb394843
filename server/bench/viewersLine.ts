import { setTimeout as sleep } from "node:timers/promises";
import type { Bench } from "./bench.ts";
import { PEAK, type PeakCentre } from "./peak.ts";
import { atMost, type Result } from "./result.ts";
import { startViewers } from "./viewersProcess.ts";

const VIEWERS = 1_000;
/** Until what runs all day is compiled, ms: a centre is at its busiest for hours. */
const SETTLE_MS = 15_000;

/** Share of one core (percent) that the centre takes while `body` runs. */
async function shareOfCore(processorSeconds: () => Promise<number>, body: () => Promise<void>): Promise<number> {
  const before = await processorSeconds();
  const begun = performance.now();
  await body();
  const after = await processorSeconds();
  return ((after - before) * 100_000) / (performance.now() - begun);
}

/** What a thousand viewers of the country cost the centre at the peak, and what each of them is sent. */
export async function measureViewers(bench: Bench, { centre, feed }: PeakCentre): Promise<Result> {
  bench.say("viewers: the peak without them");
  const lasting = bench.quick ? 6_000 : 20_000;
  const processorSeconds = () => centre.metric("process_cpu_seconds_total");
  const feeding = feed();
  try {
    await sleep(SETTLE_MS);
    const alone = await shareOfCore(processorSeconds, () => sleep(lasting).then(() => undefined));
    bench.say("viewers: the peak with them");
    const viewers = await startViewers(bench.programs, centre.url, VIEWERS);
    try {
      await sleep(SETTLE_MS);
      const before = await viewers.seen();
      const begun = performance.now();
      const watched = await shareOfCore(processorSeconds, () => sleep(lasting).then(() => undefined));
      const after = await viewers.seen();
      const seconds = (performance.now() - begun) / 1_000;
      const each = (later: number, earlier: number) => (later - earlier) / VIEWERS / seconds;
      const limit = { what: "the same peak without viewers", value: alone };
      return {
        line: "viewers",
        title: "viewers",
        how: `${after.connected} viewers of the country on connections of their own, in one other process, at ${PEAK} events/s through the door for ${lasting / 1_000} s; processor time of the centre's process, folding and the door included`,
        events: feeding.sent,
        figures: [
          atMost(`centre with ${VIEWERS} viewers`, watched, "% of one core", 30, limit),
          { what: "sent to a viewer", value: each(after.bytes, before.bytes), unit: "bytes/s" },
          { what: "messages to a viewer", value: each(after.messages, before.messages), unit: "a second" },
        ],
      };
    } finally {
      await viewers.stop();
    }
  } finally {
    await feeding.stop();
  }
}
