import { memo, type ReactNode } from "react";
import { DICTIONARY, type FigureId } from "../../shared/dictionary.ts";
import { useWords } from "../settings.ts";
import { Explained } from "./Explained.tsx";
import { Figure } from "./Figure.tsx";
import { Panel } from "./Panel.tsx";

/** A figure that belongs beside the key figure. */
export interface Pair {
  readonly label: string;
  readonly value: string;
  readonly after?: string;
  readonly tone?: "sun" | undefined;
}

interface KpiProps {
  readonly id: FigureId;
  readonly title?: string;
  readonly figure: string;
  readonly unit?: string;
  /** What stands beside the figure, line by line. */
  readonly pairs: readonly (readonly Pair[])[];
  readonly children?: ReactNode;
}

/** A key figure with its pair in the same panel, and its course below. */
export const Kpi = memo(function Kpi({ id, title, figure, unit = "", pairs, children }: KpiProps) {
  const { language } = useWords();
  const name = title ?? DICTIONARY[id].names[language];
  const length = figure.length + unit.length * 0.38 + (unit === "" ? 0 : 0.4);
  return (
    <Panel title={<Explained id={id} text={name} />} className="kpi" letters={name.length}>
      <p className="kpi__figure" style={{ "--length": length } as React.CSSProperties}>
        <Figure text={figure} />
        {unit !== "" && <span className="kpi__unit">{unit}</span>}
      </p>
      <ul className="kpi__pairs">
        {pairs.map((line) => (
          <li key={line[0]?.label}>
            {line.map(({ label, value, after, tone }, at) => (
              <span key={label} data-tone={tone}>
                {at > 0 && <span className="kpi__between"> · </span>}
                {label} <Figure text={value} className="strong" />
                {after !== undefined && ` ${after}`}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {children}
    </Panel>
  );
});
