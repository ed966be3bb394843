import { memo } from "react";

/** Where one rate stands within its own limits, on a scale that its neighbours share. Shares from 0 to 1. */
export interface LimitStripProps {
  readonly rate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** The rate of the whole, as a line through all strips. */
  readonly whole: number | null;
  readonly extent: readonly [number, number];
  readonly tone: "worse" | "better" | "few" | "usual";
}

/** A bar of what is usual and a mark where the rate is: ● within or better, ◆ worse, ○ too few cases. */
export const LimitStrip = memo(function LimitStrip({ rate, lower, upper, whole, extent, tone }: LimitStripProps) {
  const [low, high] = extent;
  const at = (value: number): number => ((Math.min(Math.max(value, low), high) - low) / (high - low || 1)) * 100;
  return (
    <span className="strip" data-tone={tone} aria-hidden="true">
      {lower !== null && upper !== null && tone !== "few" && (
        <span className="strip__band" style={{ left: `${at(lower)}%`, width: `${at(upper) - at(lower)}%` }} />
      )}
      {whole !== null && <span className="strip__whole" style={{ left: `${at(whole)}%` }} />}
      {rate !== null && <span className="strip__mark" style={{ left: `${at(rate)}%` }} />}
    </span>
  );
});
