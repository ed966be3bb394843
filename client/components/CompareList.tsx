import { memo } from "react";
import { LimitStrip } from "../charts/LimitStrip.tsx";
import type { Comparison } from "../store/comparison.ts";
import { Figure } from "./Figure.tsx";

/** One line of a comparison in words. */
export interface CompareLine {
  readonly comparison: Comparison;
  readonly name: string;
  readonly value: string;
  readonly tone: "worse" | "better" | "few" | "usual";
  /** The whole line in words. */
  readonly said: string;
}

const Line = memo(
  function Line({
    line,
    extent,
    whole,
  }: {
    line: CompareLine;
    extent: readonly [number, number];
    whole: number | null;
  }) {
    const { rate, lower, upper } = line.comparison;
    return (
      <li className="compare__line" data-tone={line.tone} title={line.said}>
        <span className="compare__name">{line.name}</span>
        <LimitStrip rate={rate} lower={lower} upper={upper} whole={whole} extent={extent} tone={line.tone} />
        <Figure text={line.value} className="compare__value" />
        <span className="visuallyHidden">{line.said}</span>
      </li>
    );
  },
  (a, b) =>
    a.whole === b.whole &&
    a.extent[0] === b.extent[0] &&
    a.extent[1] === b.extent[1] &&
    a.line.said === b.line.said &&
    a.line.value === b.line.value &&
    a.line.name === b.line.name &&
    a.line.comparison.lower === b.line.comparison.lower &&
    a.line.comparison.upper === b.line.comparison.upper,
);

/** Units side by side in the order of their names, each against its own limits; a line marks the whole. */
export function CompareList({
  lines,
  extent,
  whole,
  wholeName,
  wholeValue,
  limits,
}: {
  lines: readonly CompareLine[];
  extent: readonly [number, number];
  whole: number | null;
  wholeName: string;
  wholeValue: string;
  limits: string;
}) {
  return (
    <div className="compare">
      <ul className="compare__lines" style={{ "--lines": lines.length } as React.CSSProperties}>
        {lines.map((line) => (
          <Line key={line.comparison.unit} line={line} extent={extent} whole={whole} />
        ))}
      </ul>
      <p className="compare__foot">
        <span className="compare__wholeMark" aria-hidden="true" /> {wholeName} <strong>{wholeValue}</strong>
        <span className="compare__limits">
          <span className="compare__limitsMark" aria-hidden="true" /> {limits}
        </span>
      </p>
    </div>
  );
}
