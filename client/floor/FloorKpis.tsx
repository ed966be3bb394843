import { useMemo } from "react";
import type { FloorAnswer } from "../../shared/floor.ts";
import type { Scope } from "../../shared/wire.ts";
import { Figure } from "../components/Figure.tsx";
import { Panel } from "../components/Panel.tsx";
import { Stopwatch } from "../components/Stopwatch.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { figure, RATES, wordOf } from "../store/figures.ts";
import { useRow, useRows } from "../store/hooks.ts";
import { FLOOR_WORDS } from "./words.ts";

interface CardProps {
  readonly title: string;
  readonly figure: string;
  readonly unit?: string;
  readonly children: React.ReactNode;
}

function Card({ title, figure: text, unit = "", children }: CardProps) {
  const length = text.length + (unit === "" ? 0 : unit.length * 0.38 + 0.4);
  return (
    <Panel title={title} className="kpi kpi--short" letters={title.length}>
      <p className="kpi__figure" style={{ "--length": length } as React.CSSProperties}>
        <Figure text={text} />
        {unit !== "" && <span className="kpi__unit">{unit}</span>}
      </p>
      <p className="kpi__pairs">{children}</p>
    </Panel>
  );
}

/** How many desks wait for a payment, are on a break, ask for help. */
function useHeld(scope: Scope): { readonly payment: number; readonly help: number } {
  const desks = useRows(scope, "desk");
  return useMemo(() => {
    const paused = (state: string, reason: string) =>
      desks.filter(({ row }) => wordOf("desk", row, "state") === state && wordOf("desk", row, "reason") === reason)
        .length;
    return { payment: paused("serving", "payment"), help: paused("paused", "help") };
  }, [desks]);
}

/** The floor in five figures, each with what belongs beside it. */
export function FloorKpis({
  scope,
  desks,
  answer,
  shut,
}: {
  scope: Scope;
  desks: number | null;
  answer: FloorAnswer | null;
  /** Sums alone are shown: what operators say of single timings is the office's own. */
  shut: boolean;
}) {
  const { format } = useWords();
  const own = useRoomWords(FLOOR_WORDS);
  const total = useRow(scope, "total");
  const { payment, help } = useHeld(scope);
  const count = (field: Parameters<typeof figure>[1]) => format.count(figure(total, field));
  const since = figure(total, "longestWaitSince");
  const refused = RATES.rejectionRate(total);
  const returned = RATES.returnedRate(total);
  const service = format.measured(figure(total, "serviceMean"));
  const { disputed, timings } = answer?.inaccurate ?? { disputed: null, timings: null };
  const paused = figure(total, "operatorsPaused");
  const rated = figure(total, "ratingsMean");
  const rating = `${format.decimal(rated, 1)}${rated === null ? "" : ` (${count("ratingsN")})`}`;
  const pair = (label: string, value: string) => (
    <span key={label} className="kpi__item">
      {label} <strong>{value}</strong>
    </span>
  );
  return (
    <div className="kpis kpis--floor">
      <Card title={own.waiting} figure={count("waitingNow")}>
        {since === null ? (
          own.nobodyWaits
        ) : (
          <>
            {own.longest} <Stopwatch since={since} />
          </>
        )}
      </Card>
      <Card
        title={own.desks}
        figure={count("operatorsSignedIn")}
        unit={desks === null ? "" : `/\u00a0${format.count(desks)}`}
      >
        {pair(own.serving, count("operatorsServing"))}
        {pair(own.free, count("operatorsFree"))}
        {pair(own.paymentPause, format.count(total === undefined ? null : payment))}
        {pair(own.onBreak, format.count(paused === null ? null : paused - help))}
        {help > 0 && pair(own.needHelp, format.count(help))}
      </Card>
      <Card title={own.served} figure={count("served")}>
        {pair(own.accepted, count("accepted"))}
      </Card>
      <Card title={own.refused} figure={format.percentFigure(refused?.value ?? null)} unit="%">
        {pair(own.returned, format.percent(returned?.value ?? null))}
      </Card>
      <Card title={own.service} figure={service.figure} unit={service.unit}>
        {shut ? (
          pair(own.rating, rating)
        ) : (
          <>
            {own.inaccurate} <strong>{own.inaccurateOf(format.count(disputed), format.count(timings))}</strong>
          </>
        )}
      </Card>
    </div>
  );
}
