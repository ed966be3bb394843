import { PLAIN_COUNTS } from "./statistics.ts";

/** Figures that can be taken over from an old system by month: plain counts, which add up and are not derived. */
export const IMPORTED_FIGURES = PLAIN_COUNTS;
export type ImportedFigure = (typeof IMPORTED_FIGURES)[number];

/** A month of a place as an old system told it. It was counted elsewhere and can not be counted anew here. */
export interface ImportedMonth {
  /** Of an office, or of a region as a whole; one of the two. */
  readonly office?: string;
  readonly region?: string;
  /** 2024-03 */
  readonly month: string;
  /** What was told; what is absent is not known. */
  readonly figures: Readonly<Partial<Record<ImportedFigure, number>>>;
}

/** A row of an answer: marked, so that nobody takes it for one that was made of events. */
export interface ImportedRow extends ImportedMonth {
  readonly imported: true;
  readonly reproducible: false;
  /** The name of the old system, as its mapping says. */
  readonly source: string;
  /** RFC 3339: when it was taken over. */
  readonly importedAt: string;
}

export interface ImportedTotalsAnswer {
  readonly from: string;
  readonly to: string;
  readonly rows: readonly ImportedRow[];
}

/** The most months of places in one request. */
export const MOST_IMPORTED = 1_000;
