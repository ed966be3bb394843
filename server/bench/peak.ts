import { RedisNodes } from "../redis/connection.ts";
import { startTestRedis } from "../testing/redis.ts";
import type { Bench } from "./bench.ts";
import { BENCH_DAY, clockOn, eventsOf, fillStreams } from "./benchDay.ts";
import { type CentreProcess, startCentreProcess } from "./centreProcess.ts";
import { type Feed, startFeed } from "./feed.ts";

/** Events a second of the whole country at its busiest. */
export const PEAK = 300;
/** The centre begins with the day up to ten; what came until the clock's quarter past twelve is fed then. */
const BEGUN = '"time":"2026-11-16T10';
const NOW = 12 * 60 + 15;
const MOST_FED = 60_000;

/** A centre in the middle of the day, with the events that come next. */
export interface PeakCentre {
  readonly centre: CentreProcess;
  /** Its clock, epoch ms. */
  now(): number;
  /** Events that it had folded before the measurements. */
  readonly before: number;
  /** Feeds the peak until it is stopped; every feed goes on where the last one ended. */
  feed(): Feed;
  stop(): Promise<void>;
}

/** Starts a centre with Redis (AOF everysec) and lets it fold a morning of the country. */
export async function startPeakCentre({ index, programs, quick, say }: Bench): Promise<PeakCentre> {
  say("a morning of the country");
  const redis = await startTestRedis({ appendfsync: "everysec" });
  const nodes = new RedisNodes([redis.url]);
  let centre: CentreProcess | null = null;
  const stop = async () => {
    await centre?.stop();
    await nodes.close();
    await redis.stop();
  };
  try {
    const morning: [string, string][] = [];
    const coming: string[] = [];
    let later = false;
    for (const event of eventsOf(index, { scale: 1, heartbeats: false })) {
      later ||= event[1].includes(BEGUN);
      if (coming.length === MOST_FED) break;
      if (later) coming.push(event[1]);
      else if (!quick || morning.length < 10_000) morning.push([...event]);
    }
    await fillStreams(nodes, morning);
    const clock = clockOn(BENCH_DAY, NOW);
    const running = await startCentreProcess({ programs, redisUrl: redis.url, clockOffsetMs: clock.offset });
    centre = running;
    while ((await running.metric("oss_events_folded_total")) < morning.length)
      await new Promise((resolve) => setTimeout(resolve, 200));
    let fed = 0;
    const feed = () => {
      const from = fed;
      const started = startFeed(running.url, coming.slice(from), PEAK);
      return {
        get sent() {
          return started.sent;
        },
        get again() {
          return started.again;
        },
        accepted: started.accepted,
        async stop() {
          await started.stop();
          fed = from + started.sent;
        },
      };
    };
    return { centre: running, now: clock.now, before: morning.length, feed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
