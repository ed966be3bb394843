import type { ReportTable } from "../../shared/report.ts";
import { delayTable, refusalTables, returnTables, staffTable } from "./reportCauses.ts";
import type { MonthFacts } from "./reportFacts.ts";
import { definitionTable, eventTable, explanationTable } from "./reportGround.ts";
import { authorityTable, dayTables, operatorTable, placeTables, serviceTables } from "./reportParts.ts";
import { legTable, periodTable, rateTable, timeTable, volumeTable } from "./reportSummary.ts";
import { targetCountTable, targetTable } from "./reportTargets.ts";

/** The table that names single operators: only for those who may see them. */
export const OPERATOR_TABLE = "operatorWork";

/** All tables of a monthly report: the whole first, then its parts, its reasons, and what it rests on. */
export function reportTables(facts: MonthFacts): ReportTable[] {
  return [
    volumeTable(facts),
    rateTable(facts),
    timeTable(facts),
    legTable(facts),
    ...dayTables(facts),
    ...placeTables(facts, "region"),
    ...placeTables(facts, "office"),
    ...serviceTables(facts),
    authorityTable(facts),
    delayTable(facts),
    ...refusalTables(facts),
    ...returnTables(facts),
    ...(facts.place.kind === "office" ? [operatorTable(facts), targetTable(facts)] : [staffTable(facts)]),
    targetCountTable(facts),
    explanationTable(facts),
    eventTable(facts),
    periodTable(facts),
    definitionTable(facts),
  ];
}
