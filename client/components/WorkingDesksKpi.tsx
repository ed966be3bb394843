import type { Scope } from "../../shared/wire.ts";
import { useWords } from "../settings.ts";
import { figure, occupancyAt } from "../store/figures.ts";
import { useNow, useRow } from "../store/hooks.ts";
import { Kpi } from "./Kpi.tsx";
import { useDayOf } from "./ViewKpis.tsx";

/** How many desks are open now and what they do, with the occupancy of the day. */
export function WorkingDesksKpi({ scope, desks }: { scope: Scope; desks: number | null }) {
  const { words, format } = useWords();
  const total = useRow(scope, "total");
  const { day } = useDayOf(scope);
  const now = useNow(10_000);
  const open = figure(total, "operatorsSignedIn");
  const serving = figure(total, "operatorsServing");
  const paused = figure(total, "operatorsPaused");
  const occupancy = day === null || now === null ? null : occupancyAt(total, now, day);
  const share = (count: number | null): string => `${open === null || open === 0 ? 0 : ((count ?? 0) / open) * 100}%`;
  return (
    <Kpi
      id="operatorsSignedIn"
      title={words.office.openDesks}
      figure={format.count(open)}
      unit={desks === null ? "" : `/\u00a0${format.count(desks)}`}
      pairs={[
        [
          { label: words.kpi.serving, value: format.count(serving) },
          { label: words.kpi.free, value: format.count(figure(total, "operatorsFree")) },
        ],
        [
          { label: words.kpi.paused, value: format.count(paused) },
          { label: words.kpi.occupancy, value: format.percent(occupancy?.value ?? null) },
        ],
      ]}
    >
      <div className="coverageBar" aria-hidden="true">
        <span style={{ width: share(serving) }} />
        <span className="coverageBar__silent" style={{ width: share(paused) }} />
      </div>
    </Kpi>
  );
}
