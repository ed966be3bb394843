import type { Line } from "./live.ts";

/** Figures older than this are not called live. */
const STALE_AFTER_MS = 5000;

/**
 * How far a figure may be believed: `waiting` before the first word of the server, `live`, `stale` when the figures
 * stay behind the centre's clock although the line stands, `lost` when the line is cut.
 */
export interface Freshness {
  readonly state: "waiting" | "live" | "stale" | "lost";
  /** The figures reach up to this moment of the centre's clock (epoch ms). */
  readonly asOf: number | null;
}

/** The centre's clock now (epoch ms), carried on from the last pulse; null before the first. */
export function centreNow(line: Line, monotonic: number): number | null {
  return line.pulse === null ? null : line.pulse.now + (monotonic - line.pulseAt);
}

/** Freshness of everything that hangs on the line, at a moment of the browser's monotonic clock (ms). */
export function freshnessOf(line: Line, monotonic: number): Freshness {
  const now = centreNow(line, monotonic);
  if (line.pulse === null || now === null) {
    return { state: line.lostAt === null ? "waiting" : "lost", asOf: null };
  }
  if (!line.connected) return { state: "lost", asOf: line.pulse.asOf };
  return { state: now - line.pulse.asOf > STALE_AFTER_MS ? "stale" : "live", asOf: line.pulse.asOf };
}
