import type { ReactNode } from "react";
import type { Scope } from "../../shared/wire.ts";
import { useForecast } from "../forecast/useForecast.ts";
import { waitText } from "../forecast/waitText.ts";
import { createFormat } from "../format.ts";
import { figure } from "../store/figures.ts";
import { useRow } from "../store/hooks.ts";
import { Both } from "./Both.tsx";

/** Numbers are written alike in both languages. */
const FORMAT = createFormat("ru");

function HallFigure({ name, note, children }: { name: ReactNode; note?: ReactNode; children: ReactNode }) {
  return (
    <div className="hall__figure">
      <p className="hall__name">{name}</p>
      <p className="hall__value">{children}</p>
      {note !== undefined && <p className="hall__note">{note}</p>}
    </div>
  );
}

/** How many wait, how many were served today, and how long a newcomer will wait. */
export function HallFigures({ scope }: { scope: Scope }) {
  const total = useRow(scope, "total");
  const forecast = useForecast(scope);
  const wait = forecast?.waits.find(({ queue }) => queue === "services");
  return (
    <section className="hall__figures">
      <HallFigure name={<Both say={(words) => words.waiting} />}>
        {FORMAT.count(figure(total, "waitingNow"))}
      </HallFigure>
      <HallFigure name={<Both say={(words) => words.served} />}>{FORMAT.count(figure(total, "served"))}</HallFigure>
      <HallFigure
        name={<Both say={(words) => words.wait} />}
        note={wait?.high === null || wait === undefined ? undefined : <Both say={(words) => words.waitNote} />}
      >
        <Both say={(words) => waitText(wait, words, FORMAT)} />
      </HallFigure>
    </section>
  );
}
