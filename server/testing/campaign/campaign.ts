import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type Random, randomFor } from "../../../seeds/simulator/generator/random.ts";
import type { CloudEvent } from "../../../shared/events.ts";
import type { ReferenceIndex } from "../../../shared/referenceIndex.ts";
import { unpackCheckpoint } from "../../redis/checkpoint.ts";
import { type Connection, command, connect } from "../../redis/connection.ts";
import { checkpointKey, deadKey, dueKey, eventsKey, partitionOf } from "../../redis/keys.ts";
import { officeRules } from "../../rules.ts";
import { compareRows } from "../compareRows.ts";
import { naiveRows } from "../naive.ts";
import { startTestRedis, type TestRedis } from "../redis.ts";
import { type CampaignEvents, campaignEvents } from "./events.ts";
import { compareCurves, readRows } from "./readRows.ts";

const PARTITIONS = 16;
const CHUNK = 1_000;
/** A share of the kills comes with a new name, so that the lease must run out first. */
const NEW_NAME_EVERY = 9;

/** What is asked of a campaign. */
export interface CampaignPlan {
  readonly events: number;
  readonly offices: number;
  /** How often the server is killed; Redis is killed half as often. */
  readonly kills: number;
  readonly seed: string;
  /** The built program that ingests. */
  readonly program: string;
  readonly reference: string;
  readonly index: ReferenceIndex;
  say(line: string): void;
}

/** What came out: difference is the number of figures that are not those of the naive recount. */
export interface CampaignResult {
  readonly events: number;
  readonly entries: number;
  readonly kills: number;
  readonly redisKills: number;
  readonly rows: number;
  /** In words, at most the first twenty. */
  readonly differences: readonly string[];
  readonly difference: number;
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A connection to a Redis that is killed now and then: whatever fails is done again until it succeeds. */
class Stubborn {
  readonly #url: string;
  #connection: Connection | null = null;

  constructor(url: string) {
    this.#url = url;
  }

  async do<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        this.#connection ??= await connect(this.#url, "campaign", "stay-broken");
        return await work(this.#connection);
      } catch {
        this.close();
        await sleep(50);
      }
    }
  }

  close(): void {
    if (this.#connection?.isOpen) this.#connection.destroy();
    this.#connection = null;
  }
}

/** The ingesting process: killed and started again. */
class Server {
  readonly #plan: CampaignPlan;
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;
  #works: Promise<unknown> = Promise.resolve();
  #starts = 0;

  constructor(plan: CampaignPlan, env: NodeJS.ProcessEnv) {
    this.#plan = plan;
    this.#env = env;
  }

  start(): void {
    const name = Math.floor(this.#starts / NEW_NAME_EVERY);
    this.#starts += 1;
    const env = { ...process.env, ...this.#env, REFERENCE: this.#plan.reference, MEMBER: `campaign-${name}` };
    const child = spawn(process.execPath, [this.#plan.program], { env, stdio: ["pipe", "pipe", "pipe"] });
    this.#works = once(child.stdout, "data").catch(() => undefined);
    child.stderr.on("data", (text) => this.#plan.say(String(text).trimEnd()));
    this.#child = child;
  }

  /** Asks the process to end once it works, and tells its exit code. */
  async stop(): Promise<number | null> {
    await this.#works;
    return this.end("SIGTERM");
  }

  async end(signal: "SIGKILL" | "SIGTERM"): Promise<number | null> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const gone = once(child, "exit");
    child.kill(signal);
    const [code] = (await gone) as [number | null];
    return code;
  }
}

async function feed({ entries }: CampaignEvents, redis: Stubborn): Promise<void> {
  for (let from = 0; from < entries.length; from += CHUNK) {
    const chunk = entries.slice(from, from + CHUNK);
    await redis.do((at) =>
      Promise.all(
        chunk.map(([office, text]) =>
          command(at, ["XADD", eventsKey(partitionOf(office, PARTITIONS)), "*", "event", text]),
        ),
      ),
    );
  }
}

const partitions = Array.from({ length: PARTITIONS }, (_, partition) => partition);

/** How many entries are folded and committed. */
async function folded(at: Connection): Promise<number> {
  const texts = await Promise.all(
    partitions.map((partition) => command<string | null>(at, ["GET", checkpointKey(partition)])),
  );
  return texts.reduce((sum, text) => sum + unpackCheckpoint(text).entries, 0);
}

/** Whether every stream is folded to its end and no deadline before `now` waits for its sweep. */
async function atRest(at: Connection, now: number): Promise<boolean> {
  const each = await Promise.all(
    partitions.map(async (partition) => {
      const [last] = await command<[string, string[]][]>(at, [
        "XREVRANGE",
        eventsKey(partition),
        "+",
        "-",
        "COUNT",
        "1",
      ]);
      const { id } = unpackCheckpoint(await command<string | null>(at, ["GET", checkpointKey(partition)]));
      const due = await command<number>(at, ["ZCOUNT", dueKey(partition), "-inf", `${now}`]);
      return (last === undefined || last[0] === id) && due === 0;
    }),
  );
  return each.every(Boolean);
}

/** Kills the server when as many entries are folded as its plan says, and Redis before, after or with it. */
async function killAround(plan: CampaignPlan, total: number, redis: TestRedis, server: Server, at: Stubborn) {
  const random: Random = randomFor(`${plan.seed}/kills`);
  const moments = Array.from({ length: plan.kills }, () => random.next() * total).sort((one, other) => one - other);
  let redisKills = 0;
  for (const [kill, moment] of moments.entries()) {
    while ((await at.do(folded)) < moment) await sleep(10);
    await sleep(random.between(0, 150));
    const serverFirst = random.chance(0.5);
    if (kill % 2 === 1) {
      redisKills += 1;
      if (serverFirst) await server.end("SIGKILL");
      await redis.kill("SIGKILL");
      await sleep(random.between(0, 100));
      if (!serverFirst && random.chance(0.5)) await server.end("SIGKILL");
      await redis.restart();
      await sleep(random.between(0, 400));
    }
    await server.end("SIGKILL");
    plan.say(`kill ${kill + 1} of ${plan.kills}${kill % 2 === 1 ? ", with Redis" : ""}`);
    server.start();
  }
  return redisKills;
}

function compare(plan: CampaignPlan, told: CampaignEvents, stored: Awaited<ReturnType<typeof readRows>>) {
  const differences: string[] = [];
  let rows = 0;
  const rulesOf = officeRules(plan.index);
  for (const [office, texts] of told.byOffice) {
    const rules = rulesOf(office);
    if (rules === null) throw new Error(`The reference data has no office ${office}`);
    const of = stored.get(office) ?? { rows: new Map(), curves: new Map() };
    const naive = naiveRows(
      texts.map((text) => JSON.parse(text) as CloudEvent),
      { ...rules, now: told.to },
    );
    rows += naive.size;
    for (const line of [...compareRows(of.rows, naive, rules.zone, told.to), ...compareCurves(of)])
      differences.push(`${office} ${line}`);
  }
  return { rows, differences };
}

/**
 * Sends simulated events through the streams of a private Redis that keeps every write, while the ingesting process and
 * Redis are killed at random moments, and holds every stored row against the naive recount.
 */
export async function runCampaign(plan: CampaignPlan): Promise<CampaignResult> {
  const told = campaignEvents(plan.index, plan.events, plan.offices, plan.seed);
  plan.say(`${told.entries.length} entries are made`);
  const redis = await startTestRedis({ appendfsync: "always" });
  const lasts = 1_000 + told.entries.length / 20;
  const server = new Server(plan, {
    REDIS_URL: redis.url,
    CAMPAIGN_CLOCK: `${Date.now()},${lasts},${told.from},${told.to}`,
  });
  const sending = new Stubborn(redis.url);
  const looking = new Stubborn(redis.url);
  try {
    server.start();
    const [redisKills] = await Promise.all([
      killAround(plan, told.entries.length, redis, server, looking),
      feed(told, sending),
    ]);
    plan.say("everything is sent");
    while (!(await looking.do((at) => atRest(at, told.to)))) await sleep(100);
    plan.say("everything is folded");
    const code = await server.stop();
    const { rows, differences } = compare(plan, told, await looking.do(readRows));
    if (code !== 0) differences.push(`The server ended with code ${code} when it was asked to end`);
    const dead = await looking.do((at) =>
      Promise.all(partitions.map((partition) => command<number>(at, ["XLEN", deadKey(partition)]))),
    );
    const letters = dead.reduce((sum, length) => sum + length, 0);
    // an interrupted chunk is sent again as a whole: its garbage is then two entries
    if (letters < told.garbage) differences.push(`${letters} dead letters, but ${told.garbage} entries are no events`);
    return {
      events: plan.events,
      entries: await looking.do(folded),
      kills: plan.kills,
      redisKills,
      rows,
      differences: differences.slice(0, 20),
      difference: differences.length,
    };
  } finally {
    sending.close();
    looking.close();
    await server.end("SIGKILL");
    await redis.stop();
  }
}
