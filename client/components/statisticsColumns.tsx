import { DICTIONARY, type FigureId } from "../../shared/dictionary.ts";
import type { StatisticsRow } from "../../shared/statistics.ts";
import type { Format } from "../format.ts";
import type { Language } from "../language.ts";
import type { Column } from "./SortedTable.tsx";

type Unit = "count" | "percent" | "duration";
interface Source {
  readonly id: FigureId;
  readonly unit: Unit;
  readonly value: (row: StatisticsRow) => number | null;
}

/** The figures of a period that an office's page shows, each under its official name. */
const SOURCES: readonly Source[] = [
  { id: "accepted", unit: "count", value: (row) => row.accepted },
  { id: "rejected", unit: "count", value: (row) => row.rejected },
  { id: "returned", unit: "count", value: (row) => row.returned },
  { id: "ready", unit: "count", value: (row) => row.ready },
  { id: "due", unit: "count", value: (row) => row.due },
  { id: "delayed", unit: "count", value: (row) => row.delayed },
  { id: "delayedRate", unit: "percent", value: (row) => row.delayedRate?.value ?? null },
  { id: "leadTime", unit: "duration", value: (row) => row.leadTime?.mean ?? null },
  { id: "open", unit: "count", value: (row) => row.open },
  { id: "served", unit: "count", value: (row) => row.served },
  { id: "serviceTime", unit: "duration", value: (row) => row.serviceTime?.mean ?? null },
];

function write(format: Format, unit: Unit, value: number | null): string {
  if (unit === "count") return format.count(value);
  return unit === "percent" ? format.percent(value) : format.duration(value);
}

/** Columns of figures out of the statistics. */
export function statisticsColumns(format: Format, language: Language): readonly Column<StatisticsRow>[] {
  return SOURCES.map(({ id, unit, value }) => ({
    id,
    title: DICTIONARY[id].names[language],
    show: (row) => write(format, unit, value(row)),
    sort: value,
  }));
}
