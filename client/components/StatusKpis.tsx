import { useMemo } from "react";
import type { ROW_KINDS } from "../../shared/wire.ts";
import { useWords } from "../settings.ts";
import { numberOf } from "../store/figures.ts";
import { useRows } from "../store/hooks.ts";
import type { Entry } from "../store/rows.ts";
import { Figure } from "./Figure.tsx";
import { Panel } from "./Panel.tsx";

function total(entries: readonly Entry[], field: (typeof ROW_KINDS)["partition"][number]): number | null {
  if (entries.length === 0) return null;
  return entries.reduce((sum, { row }) => sum + (numberOf("partition", row, field) ?? 0), 0);
}

function Card({ title, figure, unit, note }: { title: string; figure: string; unit?: string; note: string }) {
  const length = figure.length + (unit === undefined ? 0 : unit.length * 0.38 + 0.4);
  return (
    <Panel title={title} className="kpi kpi--short" letters={title.length}>
      <p className="kpi__figure" style={{ "--length": length } as React.CSSProperties}>
        <Figure text={figure} />
        {unit !== undefined && unit !== "" && <span className="kpi__unit">{unit}</span>}
      </p>
      <p className="kpi__pairs">{note}</p>
    </Panel>
  );
}

/** The state of the stream in six figures. */
export function StatusKpis() {
  const { words, format } = useWords();
  const partitions = useRows("status", "partition");
  const troubles = useRows("status", "trouble");
  const dead = useRows("status", "dead");
  const behind = useMemo(
    () =>
      partitions.length === 0
        ? null
        : Math.max(...partitions.map(({ row }) => numberOf("partition", row, "lagMs") ?? 0)),
    [partitions],
  );
  const known = partitions.length > 0;
  const lag = format.measured(behind === null ? null : behind / 1000);
  const silent = troubles.filter(({ row }) => numberOf("trouble", row, "silentSince") !== null).length;
  const missing = troubles.reduce((sum, { row }) => sum + (numberOf("trouble", row, "missing") ?? 0), 0);
  const deadCount = dead.reduce((sum, { row }) => sum + (numberOf("dead", row, "count") ?? 0), 0);
  return (
    <div className="kpis">
      <Card
        title={words.status.lag}
        figure={behind !== null && behind < 9950 ? format.decimal(behind / 1000, 1) : lag.figure}
        unit={behind !== null && behind < 9950 ? format.measured(1).unit : lag.unit}
        note={`${words.status.lagEntries}: ${format.count(total(partitions, "lag"))}`}
      />
      <Card
        title={words.status.rate}
        figure={format.decimal(total(partitions, "rate"), 1)}
        note={`${words.status.events}: ${format.count(total(partitions, "events"))}`}
      />
      <Card
        title={words.status.duplicates}
        figure={format.count(total(partitions, "duplicates"))}
        note={words.status.duplicatesNote}
      />
      <Card title={words.status.dead} figure={format.count(known ? deadCount : null)} note={words.status.deadNote} />
      <Card title={words.status.silent} figure={format.count(known ? silent : null)} note={words.status.silentNote} />
      <Card
        title={words.status.missing}
        figure={format.count(known ? missing : null)}
        note={words.status.missingNote}
      />
    </div>
  );
}
