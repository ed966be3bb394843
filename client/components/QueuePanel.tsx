import { Link } from "wouter";
import type { Scope } from "../../shared/wire.ts";
import { QueueWait } from "../forecast/QueueWait.tsx";
import { useForecast } from "../forecast/useForecast.ts";
import "../forecast/forecast.css";
import { FORECAST_WORDS } from "../forecast/words.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { figure, numberOf } from "../store/figures.ts";
import { useRow, useRows } from "../store/hooks.ts";
import { Explained } from "./Explained.tsx";
import { Figure } from "./Figure.tsx";
import { Empty } from "./Message.tsx";
import { Panel } from "./Panel.tsx";
import { Stopwatch } from "./Stopwatch.tsx";

const ORDER = ["services", "priority", "banking", "collection"];

/** Who waits in which queue, how long the first of each has waited and a newcomer will, and how many are being served. */
export function QueuePanel({ scope }: { scope: Scope }) {
  const { words, format } = useWords();
  const queues = useRows(scope, "queue");
  const total = useRow(scope, "total");
  const forecast = useForecast(scope);
  const { hall } = useRoomWords(FORECAST_WORDS);
  const names: Readonly<Record<string, string>> = words.office.queue;
  const ordered = [...queues].sort((a, b) => ORDER.indexOf(a.id) - ORDER.indexOf(b.id));
  return (
    <Panel
      className="panel--queue"
      title={words.office.queues}
      aside={
        <>
          <Link href={`/hall/${scope.slice("office:".length)}`} className="queues__hall">
            {hall}
          </Link>
          <Explained id="beingServed" /> <strong>{format.count(figure(total, "beingServed"))}</strong>
        </>
      }
    >
      {ordered.length === 0 ? (
        <Empty>{words.office.noQueue}</Empty>
      ) : (
        <ul className="queues">
          {ordered.map(({ id, row }) => {
            const waiting = numberOf("queue", row, "waiting");
            const oldest = numberOf("queue", row, "oldest");
            return (
              <li key={id} className="queue" data-empty={waiting === 0 || undefined}>
                <span className="queue__name">{names[id] ?? id}</span>
                <Figure text={format.count(waiting)} className="queue__waiting" />
                <span className="queue__about">
                  {words.office.calledShort} <strong>{format.count(numberOf("queue", row, "called"))}</strong>
                  {oldest !== null && waiting !== 0 && (
                    <>
                      {" · "}
                      {words.kpi.longest} <Stopwatch since={oldest} />
                    </>
                  )}
                </span>
                <QueueWait wait={forecast?.waits.find(({ queue }) => queue === id)} />
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
