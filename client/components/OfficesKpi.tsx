import type { Scope } from "../../shared/wire.ts";
import { useWords } from "../settings.ts";
import { figure } from "../store/figures.ts";
import { useRow } from "../store/hooks.ts";
import { Kpi, type Pair } from "./Kpi.tsx";
import { useDayOf } from "./ViewKpis.tsx";

/** How many offices the figures rest on, which of them are silent, and how old the oldest word is. */
export function OfficesKpi({ scope }: { scope: Scope }) {
  const { words, format } = useWords();
  const total = useRow(scope, "total");
  const { zone } = useDayOf(scope);
  const expected = figure(total, "officesExpected");
  const reporting = figure(total, "officesReporting");
  const silent = figure(total, "officesSilent");
  const missing = figure(total, "missingEvents");
  const pairs: Pair[][] = [
    [
      { label: words.kpi.silent, value: format.count(silent), tone: silent !== null && silent > 0 ? "sun" : undefined },
      { label: words.kpi.missing, value: format.count(missing) },
    ],
    [{ label: words.kpi.oldest, value: format.clock(figure(total, "oldestEvent"), zone) }],
  ];
  const share = expected === null || reporting === null || expected === 0 ? 0 : reporting / expected;
  const silentShare = expected === null || silent === null || expected === 0 ? 0 : silent / expected;
  return (
    <Kpi
      id="officesReporting"
      title={words.kpi.offices}
      figure={format.count(reporting)}
      unit={expected === null ? "" : `/\u00a0${format.count(expected)}`}
      pairs={pairs}
    >
      <div className="coverageBar" aria-hidden="true">
        <span style={{ width: `${Math.max(0, share - silentShare) * 100}%` }} />
        <span className="coverageBar__silent" style={{ width: `${silentShare * 100}%` }} />
      </div>
    </Kpi>
  );
}
