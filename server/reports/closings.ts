import type { ClosingProgress, ReportVersion } from "../../shared/reportMonths.ts";

/** What one process does at a time. */
export type ClosingWork = "closing" | "filing";

/** Where closed months are kept, unchangeable, for every process of the centre. Each method @throws RedisAwayError */
export interface Closings {
  /** All closed versions, by month and then by number. */
  versions(): Promise<readonly ReportVersion[]>;
  /** A part of a version by name; null when there is none. */
  part(version: Pick<ReportVersion, "month" | "version">, name: string): Promise<string | null>;
  /** Puts parts aside for a version to come. */
  prepare(draft: string, parts: ReadonlyMap<string, string>): Promise<void>;
  /** Makes what was put aside a version, at once; false when a version of that number is there already. */
  publish(draft: string, version: ReportVersion): Promise<boolean>;
  /** Forgets what was put aside. */
  discard(draft: string): Promise<void>;
  /** Takes or renews the right to close a month, or to write files; false when another process holds it. */
  hold(work: ClosingWork, holder: string): Promise<boolean>;
  release(work: ClosingWork, holder: string): Promise<void>;
  /** Whether the files of a version are written, and that they are. */
  isFiled(version: Pick<ReportVersion, "month" | "version">): Promise<boolean>;
  filed(version: Pick<ReportVersion, "month" | "version">): Promise<void>;
  /** How far the running closing is, for whoever asks; null: none runs. */
  tell(progress: ClosingProgress | null): Promise<void>;
  progress(): Promise<ClosingProgress | null>;
}

/** The part that holds the distinct events of every office by day, as `{ office: number[] }`. */
export const DAYS_PART = "days";
/** The part that holds every office's figures of the month, as rows of the statistics by office. */
export const FIGURES_PART = "figures";
