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

function kindsOf(measure: Measure, offices: readonly LiveOffice[]): Kind[] {
  const { byService, of } = MEASURES[measure];
  const sums = new Map<string, { kind: string; n: number; events: number }>();
  const add = (kind: string, row: Row) => {
    const [n, events] = of(row);
    if (n === 0) return;
    const sum = sums.get(kind) ?? { kind, n: 0, events: 0 };
    sum.n += n;
    sum.events += events;
    sums.set(kind, sum);
  };
  for (const live of offices) {
    if (!byService) add("all", live.figures);
    else for (const [matter, row] of live.matters) add(matter.slice(0, matter.indexOf("|")), row);
  }
  return [...sums.values()];
}

/** Units against their own limits, by measure. */
export type Comparisons = Readonly<Record<Measure, readonly Compared[]>>;

function compare(units: ReadonlyMap<string, readonly LiveOffice[]>): Comparisons {
  const entries = COMPARED.map((measure) => {
    const kinds = new Map([...units].map(([id, offices]) => [id, kindsOf(measure, offices)] as const));
    return [measure, compareUnits(expectByMix(kinds))] as const;
  });
  return Object.fromEntries(entries) as unknown as Comparisons;
}

/** The regions, and all offices, each against what the country lets expect for its mix of services. */
export function compareAll(replica: Replica): { readonly regions: Comparisons; readonly offices: Comparisons } {
  return {
    regions: compare(new Map([...replica.regions].map(([id, union]) => [id, union.offices]))),
    offices: compare(new Map([...replica.offices].map(([id, live]) => [id, [live]]))),
  };
}

const round = (share: number | null) => (share === null ? null : Math.round(share * 1e5) / 1e5);

/** A comparison as it travels. */
export function comparisonRow({ n, events, rate, expected, lower, upper, verdict }: Compared): WireRow {
  return [n, events, round(rate), round(expected), round(lower), round(upper), verdict];
}
