/** A figure as it is stored and as it was counted anew. Times are in seconds. */
export interface ReconciledFigure {
  readonly figure: string;
  readonly unit: "count" | "seconds";
  readonly stored: number;
  readonly recounted: number;
  readonly difference: number;
}

/** What a recount of a period found. */
export interface Reconciliation {
  /** Office-local dates, both included. */
  readonly from: string;
  readonly to: string;
  /** RFC 3339: what was stored then is compared with the events that had been counted then. */
  readonly asOf: string;
  readonly offices: number;
  readonly figures: readonly ReconciledFigure[];
  readonly events: {
    /** Entries that were read, archived or from the streams; those of them that are distinct events, that came again, and that are no events. */
    readonly read: number;
    readonly distinct: number;
    readonly repeated: number;
    readonly refused: number;
    /** How many the sources have promised by their sequence numbers, and how many of these are missing. */
    readonly promised: number;
    readonly missing: number;
  };
  /** The first day of arrival that was read, null when there is nothing; and whether earlier days were left out. */
  readonly readFrom: string | null;
  readonly partial: boolean;
  readonly holes: readonly {
    readonly office: string;
    readonly producer: string;
    readonly missing: number;
    readonly seen: string;
  }[];
  /** Where stored and recounted differ, by office. */
  readonly differing: readonly (ReconciledFigure & { readonly office: string })[];
}

/** Where a recount stands. */
export interface ReconciliationJob {
  readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
  /** 0–1 */
  readonly progress: number;
  readonly result: Reconciliation | null;
  /** Why it failed. */
  readonly problem: string | null;
}
