import type { Names } from "./reference.ts";
import type { Coverage, PeriodStatus } from "./statistics.ts";

/** What a column of a report holds: how it is written, aligned and formatted. Seconds stay seconds in every file. */
export type ColumnKind = "text" | "count" | "seconds" | "share" | "score" | "date" | "moment";

/** A column: `field` is its machine name, the same in CSV, JSON and the data dictionary. */
export interface ReportColumn {
  readonly field: string;
  readonly kind: ColumnKind;
  readonly titles: Names;
  /** What it means, from the dictionary of figures; null for keys such as an office's id. */
  readonly definitions: Names | null;
}

/** A value of a report: null is "not known". Shares are 0–1, dates `2026-11-23`, moments RFC 3339. */
export type ReportCell = string | number | null;

/** How a table is drawn where charts are drawn; fields name its columns. */
export interface ReportChart {
  readonly kind: "bars" | "lines";
  readonly titles: Names;
  /** The column along which is drawn. */
  readonly along: string;
  readonly series: readonly string[];
}

/** A table of facts, one row per fact. Texts that exist in three languages are given by `names` beside their id. */
export interface ReportTable {
  readonly id: string;
  readonly titles: Names;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** The row of the whole, computed from the whole and never by adding rates; null where there is none. */
  readonly total: readonly ReportCell[] | null;
  /** Names of ids that occur in text columns, by id. */
  readonly names: Readonly<Record<string, Names>>;
  readonly charts: readonly ReportChart[];
  readonly notes: readonly Names[];
}

/** The country, a region or an office. */
export interface ReportPlace {
  readonly kind: "country" | "region" | "office";
  /** Empty for the country. */
  readonly id: string;
  readonly names: Names;
}

/** A monthly report: everything that a file of it states. */
export interface Report {
  readonly month: string;
  readonly place: ReportPlace;
  readonly status: PeriodStatus;
  /** 0 while the month is provisional; 1 the first closed version. */
  readonly version: number;
  /** RFC 3339. */
  readonly asOf: string;
  readonly coverage: Coverage;
  /** Distinct events received, against the sequence numbers promised; null where not counted. */
  readonly events: { readonly received: number; readonly promised: number } | null;
  /** SHA-256 (hex) of the canonical JSON of `tables`. */
  readonly checksum: string;
  readonly tables: readonly ReportTable[];
  readonly notes: readonly Names[];
}
