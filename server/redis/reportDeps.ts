import { parseDay } from "../../shared/time.ts";
import { Explanations } from "../alerts/explanations.ts";
import { monthWith } from "../core/reportMonth.ts";
import type { ReportDeps } from "../reports/reportDeps.ts";
import { closingStore } from "./closingStore.ts";
import { explanationStore } from "./explanationStore.ts";
import { readFloorMonth } from "./floorMonth.ts";
import { historyTotals } from "./historyTotals.ts";
import { lateEvents } from "./periodStatus.ts";
import { readMonth } from "./reportReader.ts";
import { type ReaderParts, readStatistics } from "./statisticsReader.ts";
import { targetStore } from "./targetStore.ts";

/** What the monthly reports stand on, from Redis. */
export function reportDeps(parts: ReaderParts, closingDay: number): ReportDeps {
  const explained = new Explanations({
    store: explanationStore(parts.nodes, parts.clock),
    clock: parts.clock,
    regionOf: (office) => parts.index.offices.get(office)?.region ?? null,
    newId: () => "",
    tell: () => [],
  });
  return {
    index: parts.index,
    clock: parts.clock,
    closings: closingStore(parts.nodes),
    closingDay,
    statistics: (query) => readStatistics(parts, query),
    explanations: ({ kind, id }, from, to) =>
      explained.explanationsOf(kind === "country" ? {} : { [kind]: id }, from, to),
    read: (offices, month, told, kinds) => readMonth(parts, offices, month, told, kinds),
    given: (office) => targetStore(parts.nodes, parts.partitions).list(office),
    floor: (office, month, now) => readFloorMonth(parts, office, month, now),
    imported: historyTotals(parts.nodes).of,
    late: (version, offices) =>
      lateEvents(parts, version, offices, monthWith(parseDay(`${version.month}-01`) as number)),
  };
}
