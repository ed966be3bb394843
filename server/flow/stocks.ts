import type { Explanation } from "../../shared/alerts.ts";
import type { Office } from "../../shared/reference.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import type { StockAnswer } from "../../shared/stock.ts";
import { localDay } from "../../shared/time.ts";
import { horizonOf } from "../core/daysUsed.ts";
import { unpackOpen } from "../core/openApplication.ts";
import { outageDaysOf } from "../core/outageDays.ts";
import { addPiles, bandsOf, ledgerOf, type Piles, pileUp, runningOf, stagesOf } from "../core/stock.ts";
import type { Clock } from "../ports.ts";
import type { ReadOpen } from "./flowPorts.ts";
import { countedAt, coverageOf, type Heard } from "./openPlaces.ts";

/** What stock is counted from. */
export interface StockGround {
  readonly open: ReadOpen;
  readonly index: ReferenceIndex;
  readonly clock: Pick<Clock, "now">;
  readonly heard: (office: string) => Heard | undefined;
  /** What managers explained of offices and regions. @throws RedisAwayError */
  explanations(): Promise<readonly Explanation[]>;
}

/** The country, a region or an office. */
export interface StockScope {
  readonly region: string | null;
  readonly office: string | null;
}

interface Counted {
  readonly at: number;
  readonly piles: Promise<Piles>;
}

/** Piles of an office are counted again after so long, ms: at once for one office, in turn for the country. */
const OFFICE_MS = 2_000;
const MANY_MS = 15_000;
/** Offices that are read at the same time: more would keep other questions waiting. */
const AT_ONCE = 12;

/** The offices of a scope that are in operation on their running day. */
export function officesIn(
  { index, clock }: Pick<StockGround, "index" | "clock">,
  { region, office }: StockScope,
): readonly Office[] {
  const now = clock.now();
  return [...index.offices.values()].filter((each) => {
    if (office !== null) return each.id === office;
    const day = localDay(now, each.zone);
    return (region === null || each.region === region) && (each.validTo === null || day <= each.validTo);
  });
}

/** Counts what is in hand, office by office; what was counted a moment ago is not counted again. */
export class Stocks {
  readonly #ground: StockGround;
  readonly #kept = new Map<string, Counted>();

  constructor(ground: StockGround) {
    this.#ground = ground;
  }

  /** The stock of a scope. @throws RedisAwayError */
  async of(scope: StockScope): Promise<StockAnswer> {
    const { index, clock, heard } = this.#ground;
    const offices = officesIn(this.#ground, scope);
    const asOf = clock.now();
    const age = offices.length === 1 ? OFFICE_MS : MANY_MS;
    const [all, places] = [new Map() as Piles, new Map<string, Piles>()];
    let oldest = asOf;
    for (let from = 0; from < offices.length; from += AT_ONCE) {
      const some = offices.slice(from, from + AT_ONCE);
      const counted = some.map((office) => this.#piles(office, asOf, age));
      oldest = Math.min(oldest, ...counted.map(({ at }) => at));
      for (const [at, piles] of (await Promise.all(counted.map((each) => each.piles))).entries()) {
        addPiles(all, piles);
        const office = some[at] as Office;
        const place = scope.region === null ? office.region : office.id;
        const there = places.get(place) ?? new Map();
        places.set(place, there);
        addPiles(there, piles);
      }
    }
    const list = [...all.values()];
    return {
      ...scope,
      asOf: new Date(oldest).toISOString(),
      coverage: coverageOf(offices, heard, index, asOf),
      running: runningOf(all),
      stages: stagesOf(list),
      bands: bandsOf(list),
      authorities: [...all]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([authority, pile]) => ({
          authority,
          running: runningOf(new Map([[authority, pile]])),
          stages: stagesOf([pile]),
          ledger: ledgerOf([pile]),
        })),
      ledger: ledgerOf(list),
      places: scope.office === null ? [...places].map(([id, piles]) => ({ id, ...runningOf(piles) })) : [],
    };
  }

  #piles(office: Office, now: number, age: number): Counted {
    const kept = this.#kept.get(office.id);
    if (kept !== undefined && now - kept.at < age && now >= kept.at) return kept;
    const counted = { at: now, piles: this.#count(office, now) };
    this.#kept.set(office.id, counted);
    counted.piles.catch(() => {
      if (this.#kept.get(office.id) === counted) this.#kept.delete(office.id);
    });
    return counted;
  }

  async #count(office: Office, now: number): Promise<Piles> {
    const { open, index, explanations } = this.#ground;
    const counted = countedAt(index, office, now);
    const { counting } = counted;
    const outages = outageDaysOf(await explanations(), { index, counting, office }, localDay(now, office.zone));
    const horizon = horizonOf(counted);
    const piles: Piles = new Map();
    for (const packed of await open.values(office.id)) pileUp(piles, unpackOpen(packed), counted, horizon, outages);
    return piles;
  }
}
