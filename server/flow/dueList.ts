import type { Office } from "../../shared/reference.ts";
import type { Bucket, Stage, StockItem, StockListAnswer } from "../../shared/stock.ts";
import { ageOf, bucketOf, type Counted, daysUsed, horizonOf, lateOf, stageOf } from "../core/daysUsed.ts";
import { NEVER } from "../core/moment.ts";
import { type OpenApplication, unpackOpen } from "../core/openApplication.ts";
import { countedAt } from "./openPlaces.ts";
import { officesIn, type StockGround, type StockScope } from "./stocks.ts";

/** Which applications are listed; what is null lets all through. */
export interface ListQuery extends StockScope {
  readonly authority: string | null;
  readonly stage: Stage | null;
  readonly buckets: readonly Bucket[];
  readonly limit: number;
  /** `next` of the page before. */
  readonly after: string | null;
}

interface Found {
  /** Sorts by deadline, office and number; it is what `after` names. */
  readonly place: string;
  readonly office: Office;
  readonly application: string;
  readonly of: OpenApplication;
  readonly bucket: Bucket;
}

/** A deadline in so many digits sorts as a text; one that is none comes last. */
const DIGITS = 9;

function placeOf(due: number, office: string, application: string): string {
  const first = due === NEVER ? "~".repeat(DIGITS) : Math.max(0, due).toString(36).padStart(DIGITS, "0");
  return `${first}|${office}|${application}`;
}

function itemOf({ office, application, of, bucket }: Found, counted: Counted): StockItem {
  return {
    office: office.id,
    application,
    service: of.service,
    authority: of.authority,
    stage: stageOf(of),
    accepted: new Date(of.accepted).toISOString(),
    since: new Date(of.steps.at(-1)?.[0] ?? of.accepted).toISOString(),
    age: ageOf(of, counted),
    deadline: of.due === NEVER ? null : new Date(of.due).toISOString(),
    bucket,
    late: lateOf(of, counted),
    used: daysUsed(of, counted),
  };
}

/** The applications in hand, the earliest deadline first. @throws RedisAwayError */
export async function dueList(ground: Omit<StockGround, "explanations">, query: ListQuery): Promise<StockListAnswer> {
  const { open, index, clock } = ground;
  const now = clock.now();
  const found: Found[] = [];
  for (const office of officesIn(ground, query)) {
    const horizon = horizonOf(countedAt(index, office, now));
    for (const [application, packed] of await open.entries(office.id)) {
      if (query.authority !== null && !packed.includes(`,${query.authority},`)) continue;
      const of = unpackOpen(packed);
      if (query.authority !== null && of.authority !== query.authority) continue;
      if (query.stage !== null && stageOf(of) !== query.stage) continue;
      const bucket = bucketOf(of, now, horizon);
      if (query.buckets.length > 0 && !query.buckets.includes(bucket)) continue;
      found.push({ place: placeOf(of.due, office.id, application), office, application, of, bucket });
    }
  }
  found.sort((a, b) => (a.place < b.place ? -1 : 1));
  const { after, limit } = query;
  const from = after === null ? 0 : found.findIndex(({ place }) => place > after);
  const page = from < 0 ? [] : found.slice(from, from + limit);
  const isMore = from >= 0 && from + limit < found.length;
  return {
    asOf: new Date(now).toISOString(),
    total: found.length,
    items: page.map((each) => itemOf(each, countedAt(index, each.office, now))),
    next: isMore ? (page.at(-1)?.place ?? null) : null,
  };
}
