import { COMPARED, type Compared as Measure, type WireRow } from "../../shared/wire.ts";
import { type Compared, compareUnits, expectByMix, type Kind } from "../core/comparison.ts";
import { AT, type Counter, type Row } from "../core/row.ts";
import type { LiveOffice } from "./liveOffice.ts";
import type { Replica } from "./replica.ts";

const at = (row: Row, name: Counter) => row.counts[AT[name]] as number;

/** Cases and events of a measure within a row. */
const MEASURES: Record<Measure, { readonly byService: boolean; of(row: Row): readonly [n: number, events: number] }> = {
  rejectionRate: { byService: true, of: (row) => [at(row, "accepted") + at(row, "rejected"), at(row, "rejected")] },
  errorRate: {
    byService: true,
    of: (row) => [at(row, "accepted"), Math.min(at(row, "accepted"), at(row, "returnedByOperator"))],
  },
  withinNormRate: { byService: false, of: (row) => [at(row, "called") + at(row, "left"), at(row, "withinNorm")] },
};

type Kinds = Readonly<Record<Measure, readonly Kind[]>>;

/** The cases of one office by kind. */
function kindsOf(live: LiveOffice, measure: Measure): Kind[] {
  const { byService, of } = MEASURES[measure];
  const sums = new Map<string, { kind: string; n: number; events: number }>();
  const add = (kind: string, row: Row) => {
    const [n, events] = of(row);
    if (n > 0) addKind(sums, { kind, n, events });
  };
  if (!byService) add("all", live.figures);
  else for (const [matter, row] of live.matters) add(matter.slice(0, matter.indexOf("|")), row);
  return [...sums.values()];
}

function addKind(sums: Map<string, { kind: string; n: number; events: number }>, { kind, n, events }: Kind): void {
  const sum = sums.get(kind);
  if (sum === undefined) sums.set(kind, { kind, n, events });
  else {
    sum.n += n;
    sum.events += events;
  }
}

function together(all: readonly (readonly Kind[])[]): readonly Kind[] {
  if (all.length === 1) return all[0] as readonly Kind[];
  const sums = new Map<string, { kind: string; n: number; events: number }>();
  for (const kinds of all) for (const kind of kinds) addKind(sums, kind);
  return [...sums.values()];
}

/** Units against their own limits, by measure. */
export type Comparisons = Readonly<Record<Measure, readonly Compared[]>>;

/**
 * The regions, and all offices, each against what the country lets expect for its mix of services: computed when they are
 * asked for, from the cases of those offices that changed since, and those of the others as they were.
 */
export class ComparedUnits {
  readonly #replica: Replica;
  readonly #kinds = new Map<LiveOffice, Kinds>();
  #regions: Comparisons | null = null;
  #offices: Comparisons | null = null;

  constructor(replica: Replica) {
    this.#replica = replica;
    replica.listen((live) => this.#kinds.delete(live));
  }

  /** What is asked for from now on is computed anew. */
  anew(): void {
    this.#regions = null;
    this.#offices = null;
  }

  get regions(): Comparisons {
    const { regions } = this.#replica;
    this.#regions ??= this.#compare([...regions].map(([id, union]) => [id, union.offices]));
    return this.#regions;
  }

  get offices(): Comparisons {
    const { offices } = this.#replica;
    this.#offices ??= this.#compare([...offices].map(([id, live]) => [id, [live]]));
    return this.#offices;
  }

  #compare(units: readonly (readonly [id: string, offices: readonly LiveOffice[]])[]): Comparisons {
    const entries = COMPARED.map((measure) => {
      const kinds = units.map(([id, offices]) => {
        const each = offices.map((live) => this.#of(live)[measure]);
        return [id, together(each)] as const;
      });
      return [measure, compareUnits(expectByMix(new Map(kinds)))] as const;
    });
    return Object.fromEntries(entries) as unknown as Comparisons;
  }

  #of(live: LiveOffice): Kinds {
    let kinds = this.#kinds.get(live);
    if (kinds === undefined) {
      kinds = Object.fromEntries(COMPARED.map((measure) => [measure, kindsOf(live, measure)])) as unknown as Kinds;
      this.#kinds.set(live, kinds);
    }
    return kinds;
  }
}

const round = (share: number | null) => (share === null ? null : Math.round(share * 1e5) / 1e5);

/** A comparison as it travels. */
export function comparisonRow({ n, events, rate, expected, lower, upper, verdict }: Compared): WireRow {
  return [n, events, round(rate), round(expected), round(lower), round(upper), verdict];
}
