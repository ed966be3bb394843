/** A count that is to come: what is expected, and the band that eight of ten outcomes fall into. */
export interface ExpectedCount {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** A quarter of an hour to come: `[quarter 0–95 of the local day, expected, low, high]`. */
export type ExpectedQuarter = readonly [quarter: number, expected: number, low: number, high: number];

/** How one count of the running day will go on. */
export interface CountForecast {
  /** Counted up to `asOf`; null when the office has told nothing today. */
  readonly soFar: number | null;
  readonly rest: ExpectedCount;
  /** At the end of the day: what is counted and the rest. */
  readonly total: ExpectedCount;
  readonly quarters: readonly ExpectedQuarter[];
}

/** How far forecasts of past days were off. */
export interface ForecastError {
  /** Forecasts of a past day's end that were held against what came. */
  readonly n: number;
  readonly days: number;
  /** Share of the ends that lay within their band. */
  readonly coverage: number;
  /** Half of the forecasts were off by no more than this share of what came. */
  readonly medianShare: number;
}

/** Why there is no forecast. */
export type NoForecast = "closed" | "too-little-history";

/** Whether the desks will cope until closing. */
export interface Coping {
  /** Tickets that wait now. */
  readonly waiting: number;
  /** Tickets still to be issued. */
  readonly coming: ExpectedCount;
  /** Tickets that the desks at work can serve until closing. */
  readonly capacity: number;
  /** Operators signed in at desks. */
  readonly desks: number;
  /** Seconds of a desk that one ticket takes. */
  readonly secondsPerTicket: number;
  readonly verdict: "enough" | "tight" | "short";
  /** Desks that would be needed besides; 0 unless short. */
  readonly moreDesks: number;
}

/** How far predicted waits of past days were off in a like crowd, measured by predicting every called ticket again. */
export interface WaitError {
  readonly n: number;
  readonly days: number;
  /** Half of the predictions were off by no more, seconds. */
  readonly medianAbsolute: number;
  /** Share of the waits that lay within the range. */
  readonly coverage: number;
}

/** How long a ticket issued now will wait, by queue; seconds, null while it is not known. */
export interface PredictedWait {
  readonly queue: string;
  readonly ahead: number;
  readonly low: number | null;
  readonly expected: number | null;
  readonly high: number | null;
  /** Null until enough tickets of past days were held against it. */
  readonly error: WaitError | null;
}

/** `GET /api/forecast?office=`: the rest of an office's day. */
export interface ForecastAnswer {
  readonly office: string;
  /** 2026-11-23, office-local. */
  readonly day: string;
  /** The clock of the answer, and up to when the office has told; ISO instants. */
  readonly asOf: string;
  readonly toldUntil: string | null;
  readonly closes: string | null;
  /** Past days of this weekday with the same hours that it rests on. */
  readonly weekdays: number;
  readonly none: NoForecast | null;
  readonly tickets: CountForecast | null;
  readonly accepted: CountForecast | null;
  readonly ticketsError: ForecastError | null;
  readonly coping: Coping | null;
  readonly waits: readonly PredictedWait[];
}
