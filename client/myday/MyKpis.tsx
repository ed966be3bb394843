import { verdictOf } from "../../shared/floor.ts";
import type { MyDayAnswer } from "../../shared/myDay.ts";
import { faultText } from "../../shared/reasonNames.ts";
import { Figure } from "../components/Figure.tsx";
import { Panel } from "../components/Panel.tsx";
import { hoursAndMinutes } from "../floor/hoursAndMinutes.ts";
import { TargetBar } from "../floor/TargetBar.tsx";
import { Verdict } from "../floor/Verdict.tsx";
import { FLOOR_WORDS } from "../floor/words.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { MY_DAY_WORDS } from "./words.ts";

interface CardProps {
  readonly title: string;
  readonly figure: string;
  readonly unit?: string;
  readonly children: React.ReactNode;
}

function Card({ title, figure, unit = "", children }: CardProps) {
  const length = figure.length + (unit === "" ? 0 : unit.length * 0.38 + 0.4);
  return (
    <Panel title={title} className="kpi kpi--short" letters={title.length}>
      <p className="kpi__figure" style={{ "--length": length } as React.CSSProperties}>
        <Figure text={figure} />
        {unit !== "" && <span className="kpi__unit">{unit}</span>}
      </p>
      <div className="kpi__pairs">{children}</div>
    </Panel>
  );
}

/** Own figures, each beside the team's middle. */
export function MyKpis({ day, own: isOwn }: { day: MyDayAnswer; own: boolean }) {
  const { format, language } = useWords();
  const own = useRoomWords(MY_DAY_WORDS);
  const floor = useRoomWords(FLOOR_WORDS);
  const { figures, median, targets, demand, shift, inaccurate } = day;
  const accepted = figures?.accepted ?? null;
  const target = targets["documents-a-day"];
  const verdict = verdictOf({ accepted, target, signedIn: figures?.signedIn ?? null, shift, demand });
  const service = format.measured(figures?.serviceTime?.mean ?? null);
  const team = (value: number | null, show: (value: number | null) => string) => (
    <p>{median === null ? own.teamTooFew : own.team(show(value))}</p>
  );
  return (
    <div className="kpis kpis--my">
      <Card
        title={own.accepted}
        figure={format.count(accepted)}
        unit={target === null ? "" : `/\u00a0${format.count(target)}`}
      >
        <TargetBar done={accepted} target={target} />
        <p>{target === null ? floor.noTarget : <Verdict verdict={verdict} demand={demand} />}</p>
        {team(median?.accepted ?? null, format.count)}
      </Card>
      <Card title={own.served} figure={format.count(figures?.served ?? null)}>
        {team(median?.served ?? null, format.count)}
        {targets["early-leave"] !== null && (figures?.served ?? 0) >= targets["early-leave"] && (
          <p>{floor.earlyLeave(format.count(targets["early-leave"]))}</p>
        )}
      </Card>
      <Card title={own.service} figure={service.figure} unit={service.unit}>
        {team(median?.serviceTime ?? null, format.duration)}
        <p>
          {floor.inaccurate}{" "}
          <strong>
            {floor.inaccurateOf(format.count(inaccurate?.disputed ?? null), format.count(inaccurate?.timings ?? null))}
          </strong>
        </p>
      </Card>
      <Card title={own.returned} figure={format.count(figures?.returned ?? null)}>
        <p>
          {isOwn ? own.byOperator : faultText("operator", language)}{" "}
          <strong>{format.count(figures?.returnedByOperator ?? null)}</strong>
        </p>
        {team(median?.returned ?? null, format.count)}
      </Card>
      <Panel title={own.time} className="kpi kpi--short kpi--time">
        <dl className="spent">
          {(
            [
              [own.withClients, figures?.serving ?? null, "serving"],
              [own.paused, figures?.paused ?? null, "paused"],
              [own.freeNobody, demand?.nobodyWaiting ?? null, "nobody"],
              [own.freePeople, demand?.peopleWaiting ?? null, "people"],
            ] as const
          ).map(([name, seconds, kind]) => (
            <div key={kind} data-kind={kind}>
              <dt>{name}</dt>
              <dd>{hoursAndMinutes(seconds, floor)}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </div>
  );
}
