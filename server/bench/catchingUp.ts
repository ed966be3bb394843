import { setTimeout as sleep } from "node:timers/promises";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import { type Connection, connect, RedisNodes } from "../redis/connection.ts";
import { startTestRedis } from "../testing/redis.ts";
import type { Bench } from "./bench.ts";
import { BENCH_DAY, clockOn, emptyButStreams, eventsOf, fillStreams } from "./benchDay.ts";
import { runUpTo, STAGES } from "./breakdown.ts";
import { incrementTen } from "./incrementing.ts";
import { type PipelineParts, runPipeline } from "./pipeline.ts";
import { type Postgres, startPostgres } from "./postgres.ts";
import { profiled } from "./processorProfile.ts";
import { median } from "./quantile.ts";
import type { Figure, Limit, Result } from "./result.ts";
import { SecondHand } from "./secondHand.ts";
import { readAll, readAndParse, withReaders } from "./streamLimit.ts";
import { type Timed, timed } from "./timed.ts";

/** The clock says 22:20 of the day: everything has happened, and its deadlines are still open. */
const EVENING = 22 * 60 + 20;
/** The first is the start of a server, whose code is compiled while it runs; a longer backlog is caught up as in the later ones. */
const ROUNDS = 5;
const STAGE_ROUNDS = 3;
/** The slow ways are measured on the day's first events. */
const COMPARED = { whole: 40_000, quick: 10_000 } as const;

interface Runs {
  readonly read: Timed[];
  readonly limit: Timed[];
  readonly ours: Timed[];
  readonly ten: Timed[];
  readonly postgres: Timed[];
}

const rate = (runs: readonly Timed[]) => median(runs.map(({ perSecond }) => perSecond));
/** What ours is to the other in each round: both ran one after the other there, whatever the machine did meanwhile. */
const ratios = (ours: readonly Timed[], other: readonly Timed[]) =>
  ours.map(({ perSecond }, round) => perSecond / (other[round] as Timed).perSecond);
const told = (each: readonly number[]) => `rounds ${each.map((ratio) => ratio.toFixed(2)).join(" ")}`;
const micros = (runs: readonly Timed[]) => median(runs.map((run) => run.processorMicros));
/** Stages are told apart by their least time: what disturbs a run only ever adds to it. */
const least = (runs: readonly Timed[]) => Math.min(...runs.map((run) => run.processorMicros));

async function commitAll(bench: Bench, parts: PipelineParts): Promise<Timed> {
  let stop = async () => {};
  const took = await timed(parts.events, async () => {
    const run = await runPipeline(parts);
    stop = run.stop;
    if (run.begunAnew > 0) bench.say(`catching up: ${run.begunAnew} times a partition began anew`);
  });
  await stop();
  return took;
}

async function raiseCounters(readers: readonly Connection[], writer: Connection, most: number): Promise<Timed> {
  let taken = 0;
  const took = await timed(1, async () => {
    taken = await incrementTen(readers, writer, most);
  });
  const { micros, processorMicros, perSecond } = took;
  return { micros: micros / taken, processorMicros: processorMicros / taken, perSecond: perSecond * taken };
}

function sample(index: ReferenceIndex, scale: number, most: number): string[] {
  const texts: string[] = [];
  for (const [, json] of eventsOf(index, { scale, heartbeats: false })) {
    if (texts.length === most) break;
    texts.push(json);
  }
  return texts;
}

async function repeat(
  bench: Bench,
  parts: PipelineParts,
  url: string,
  texts: readonly string[],
  postgres: Postgres | null,
): Promise<Runs> {
  const { nodes, events } = parts;
  const runs: Runs = { read: [], limit: [], ours: [], ten: [], postgres: [] };
  const plain = await connect(url, "bench-increments");
  for (let round = 1; round <= ROUNDS; round += 1) {
    bench.say(`catching up: round ${round}`);
    await withReaders(nodes, async (readers) => {
      runs.limit.push(await timed(events, () => readAndParse(readers, events)));
      runs.read.push(await timed(events, () => readAll(readers, () => undefined)));
    });
    runs.ours.push(await commitAll(bench, parts));
    await emptyButStreams(nodes);
    runs.ten.push(await withReaders(nodes, (readers) => raiseCounters(readers, plain, texts.length)));
    await emptyButStreams(nodes);
    if (postgres !== null) {
      const took = await postgres.upsert(texts);
      const each = (took * 1_000) / texts.length;
      runs.postgres.push({ micros: each, processorMicros: Number.NaN, perSecond: 1e6 / each });
    }
    await sleep(200);
  }
  plain.destroy();
  return runs;
}

async function breakdown(bench: Bench, parts: PipelineParts, runs: Runs): Promise<Figure[]> {
  bench.say("catching up: stages");
  const walks = [
    ...STAGES.map(([stage, title]) => ({ title, walk: () => timed(parts.events, () => runUpTo(stage, parts)) })),
    { title: "commit", walk: () => commitAll(bench, { ...parts, second: undefined }) },
  ].map((each) => ({ ...each, runs: [] as Timed[] }));
  // all stages several times in turn: what one of them taught the compiler the next would unlearn
  for (let round = 1; round <= STAGE_ROUNDS; round += 1)
    for (const { walk, runs } of walks) {
      await emptyButStreams(parts.nodes);
      runs.push(await walk());
    }
  const spent: [string, number][] = [
    ["XREAD", least(runs.read)],
    ["JSON.parse", least(runs.limit)],
    ...walks.map(({ title, runs }): [string, number] => [title, least(runs)]),
  ];
  let before = 0;
  return spent.map(([stage, upTo]) => {
    const own = upTo - before;
    before = upTo;
    return { what: `  of it ${stage}`, value: own, unit: "µs CPU an event", note: `${upTo.toFixed(1)} up to here` };
  });
}

async function heartbeatsToo(bench: Bench, parts: PipelineParts, scale: number): Promise<Figure> {
  bench.say("catching up: with heartbeats");
  const { nodes, index } = parts;
  const at = await nodes.at(0);
  await at.sendCommand(["FLUSHALL"]);
  const { events } = await fillStreams(nodes, eventsOf(index, { scale, heartbeats: true }));
  const limit = await withReaders(nodes, (readers) => timed(events, () => readAndParse(readers, events)));
  const { perSecond } = await commitAll(bench, { ...parts, events });
  return {
    what: `with every office's heartbeats (${events} events)`,
    value: perSecond,
    unit: "events/s",
    limit: { what: "XREAD + JSON.parse", value: limit.perSecond },
    ratio: perSecond / limit.perSecond,
  };
}

function figuresOf(runs: Runs, postgres: Postgres | null, compared: number): Figure[] {
  const limit: Limit = { what: "XREAD + JSON.parse", value: rate(runs.limit) };
  const ours = rate(runs.ours);
  const ofLimit = ratios(runs.ours, runs.limit);
  const ofTen = ratios(runs.ours, runs.ten);
  const unit = "events/s";
  const what = "stream → committed rows and entities";
  const figures: Figure[] = [
    {
      what,
      value: ours,
      unit,
      limit,
      ratio: median(ofLimit),
      aim: "≥ 0.2, goal 0.4",
      reached: median(ofLimit) >= 0.2,
      note: told(ofLimit),
    },
    {
      what: "  the same by CPU of this process",
      value: 1e6 / micros(runs.ours),
      unit,
      limit: { what: "XREAD + JSON.parse", value: 1e6 / micros(runs.limit) },
      ratio: micros(runs.limit) / micros(runs.ours),
    },
    {
      what: "  against ten HINCRBY an event",
      value: ours,
      unit,
      limit: { what: `XREAD, JSON.parse, ten HINCRBY pipelined (${compared} events)`, value: rate(runs.ten) },
      ratio: median(ofTen),
      aim: "≥ 4 ×",
      reached: median(ofTen) >= 4,
      note: told(ofTen),
    },
  ];
  const against = "  against PostgreSQL's upserts";
  if (postgres === null)
    return [...figures, { what: against, value: null, unit, note: "PostgreSQL is not installed here" }];
  const ofPostgres = ratios(runs.ours, runs.postgres);
  const how = `PostgreSQL ${postgres.version}, COPY + upsert in batches of 1000, parsing not counted (${compared} events)`;
  figures.push({
    what: against,
    value: ours,
    unit,
    limit: { what: how, value: rate(runs.postgres) },
    ratio: median(ofPostgres),
    aim: "≥ 1 ×",
    reached: median(ofPostgres) >= 1,
  });
  return figures;
}

/** How fast a server catches up on a day of the country that waits in the streams. */
export async function measureCatchingUp(bench: Bench): Promise<Result> {
  const scale = bench.quick ? 0.15 : 1;
  const redis = await startTestRedis({ appendfsync: "everysec" });
  const nodes = new RedisNodes([redis.url]);
  const postgres = await startPostgres();
  const clock = clockOn(BENCH_DAY, EVENING);
  const second = new SecondHand(redis.url, clock);
  try {
    bench.say("catching up: making the day");
    const { events, bytes } = await fillStreams(nodes, eventsOf(bench.index, { scale, heartbeats: false }));
    const parts: PipelineParts = { nodes, index: bench.index, clock, events, second };
    const texts = sample(bench.index, scale, bench.quick ? COMPARED.quick : COMPARED.whole);
    const runs = await repeat(bench, parts, redis.url, texts, postgres);
    const figures = figuresOf(runs, postgres, texts.length);
    figures.push(...(await breakdown(bench, parts, runs)));
    if (bench.profile) {
      await emptyButStreams(nodes);
      const { top } = await profiled(() => commitAll(bench, parts));
      figures.push(...top.map(({ place, share }) => ({ what: `  self time ${place}`, value: share * 100, unit: "%" })));
    }
    figures.push(await heartbeatsToo(bench, parts, scale));
    const how = `One process with all 16 partitions, a second thread of it while the backlog waits, Redis with AOF everysec, ${bench.index.offices.size} offices, ${Math.round(bytes / events)} bytes an event, in the order of time, without heartbeats; medians of ${runs.ours.length} rounds in which all were measured one after the other`;
    return { line: "catching-up", title: "catching up", how, events, figures };
  } finally {
    await second.hand.dismiss();
    await postgres?.stop();
    await nodes.close();
    await redis.stop();
  }
}
