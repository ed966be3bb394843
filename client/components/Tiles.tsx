import { memo } from "react";
import { Link } from "wouter";
import { LimitStrip, type LimitStripProps } from "../charts/LimitStrip.tsx";
import { Figure } from "./Figure.tsx";

/** One place of the map in words, ready to be drawn. */
export interface TileView {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly figure: string;
  readonly unit: string;
  /** How many cases stand behind the figure. */
  readonly cases: string;
  readonly tone: "worse" | "better" | "few" | "usual";
  /** In words what the tone says; empty for what is usual. */
  readonly said: string;
  /** In words how many offices are silent; empty when none is. */
  readonly silent: string;
  readonly silentCount: string;
  readonly column: number;
  readonly row: number;
  readonly strip: Omit<LimitStripProps, "tone"> | null;
}

const SHAPES = { worse: "◆", better: "●", few: "○", usual: "" } as const;

const Tile = memo(function Tile({ tile }: { tile: TileView }) {
  const { href, name, figure, unit, cases, tone, said, silent, silentCount, column, row, strip } = tile;
  return (
    <li className="tiles__place" style={{ "--column": column + 1, "--row": row + 1 } as React.CSSProperties}>
      <Link href={href} className="tile" data-tone={tone} data-silent={silent === "" ? undefined : true}>
        <span className="tile__name">{name}</span>
        <span className="tile__value">
          <Figure text={figure} className="tile__figure" />
          {unit !== "" && <span className="tile__unit">{unit}</span>}
          {SHAPES[tone] !== "" && (
            <span className="tile__shape" aria-hidden="true">
              {SHAPES[tone]}
            </span>
          )}
          {said !== "" && <span className="visuallyHidden">, {said}</span>}
          {silent !== "" && (
            <span className="tile__silent">
              <span aria-hidden="true">┄ {silentCount}</span>
              <span className="visuallyHidden">, {silent}</span>
            </span>
          )}
        </span>
        <span className="tile__ground">
          {strip === null ? <span /> : <LimitStrip {...strip} tone={tone} />}
          {cases !== "" && <span className="tile__cases">{cases}</span>}
        </span>
      </Link>
    </li>
  );
});

/** Places in their order, each where it lies in the country or in its turn. */
export function Tiles({
  tiles,
  columns,
  rows,
  label,
}: {
  tiles: readonly TileView[];
  columns: number;
  rows: number;
  label: string;
}) {
  return (
    <ul className="tiles" aria-label={label} style={{ "--columns": columns, "--rows": rows } as React.CSSProperties}>
      {tiles.map((tile) => (
        <Tile key={tile.id} tile={tile} />
      ))}
    </ul>
  );
}
