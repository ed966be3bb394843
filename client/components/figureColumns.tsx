import { DICTIONARY, type FigureId } from "../../shared/dictionary.ts";
import type { WireRow } from "../../shared/wire.ts";
import type { Format } from "../format.ts";
import type { Language } from "../language.ts";
import { figure, RATES } from "../store/figures.ts";
import type { Column } from "./SortedTable.tsx";

/** Anything that has a row of figures. */
export interface HasRow {
  readonly row: WireRow | undefined;
}

interface Source {
  readonly id: FigureId | "serviceP90";
  readonly value: (row: WireRow | undefined) => number | null;
  readonly write: (format: Format, value: number | null) => string;
}

const count = (format: Format, value: number | null): string => format.count(value);
const percent = (format: Format, value: number | null): string => format.percent(value);
const duration = (format: Format, value: number | null): string => format.duration(value);

const SOURCES = {
  accepted: { id: "accepted", value: (row) => figure(row, "accepted"), write: count },
  rejected: { id: "rejected", value: (row) => figure(row, "rejected"), write: count },
  rejectionRate: { id: "rejectionRate", value: (row) => RATES.rejectionRate(row)?.value ?? null, write: percent },
  returned: { id: "returned", value: (row) => figure(row, "returned"), write: count },
  ready: { id: "ready", value: (row) => figure(row, "ready"), write: count },
  issued: { id: "issued", value: (row) => figure(row, "issued"), write: count },
  due: { id: "due", value: (row) => figure(row, "due"), write: count },
  delayed: { id: "delayed", value: (row) => figure(row, "delayed"), write: count },
  served: { id: "served", value: (row) => figure(row, "served"), write: count },
  waitingNow: { id: "waitingNow", value: (row) => figure(row, "waitingNow"), write: count },
  withinNormRate: { id: "withinNormRate", value: (row) => RATES.withinNormRate(row)?.value ?? null, write: percent },
  left: { id: "left", value: (row) => figure(row, "left"), write: count },
  serviceTime: { id: "serviceTime", value: (row) => figure(row, "serviceMean"), write: duration },
  serviceP90: { id: "serviceP90", value: (row) => figure(row, "serviceP90"), write: duration },
  leadTime: { id: "leadTime", value: (row) => figure(row, "leadMean"), write: duration },
} as const satisfies Readonly<Record<string, Source>>;

/** The ids of columns that a table of figures can have. */
export type FigureColumn = keyof typeof SOURCES;

/** Columns of figures under their official names. */
export function figureColumns<T extends HasRow>(
  ids: readonly FigureColumn[],
  format: Format,
  language: Language,
  p90: string,
): readonly Column<T>[] {
  return ids.map((key) => {
    const { id, value, write }: Source = SOURCES[key];
    return {
      id: key,
      title: id === "serviceP90" ? p90 : DICTIONARY[id].names[language],
      show: ({ row }) => write(format, value(row)),
      sort: ({ row }) => value(row),
    };
  });
}
