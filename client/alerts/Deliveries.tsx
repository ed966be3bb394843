import type { ShownDelivery } from "../../shared/webhooks.ts";
import { Empty } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import { type Column, SortedTable } from "../components/SortedTable.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { writeMoment } from "./alertValue.ts";
import { ROOM_WORDS } from "./roomWords.ts";
import { WEBHOOK_WORDS } from "./webhookWords.ts";

const ZONE = "Asia/Almaty";

interface DeliveriesProps {
  /** Null: not known yet. */
  readonly deliveries: readonly ShownDelivery[] | null;
  /** They could not be fetched. */
  readonly failed: boolean;
  /** Sends one that was given up once more. */
  readonly again: (delivery: string) => void;
}

/** What became of each message that was sent, or is to be sent. */
export function Deliveries({ deliveries, failed, again }: DeliveriesProps) {
  const { format } = useWords();
  const room = useRoomWords(ROOM_WORDS);
  const words = useRoomWords(WEBHOOK_WORDS);
  const now = Date.now();
  const columns: readonly Column<ShownDelivery>[] = [
    {
      id: "made",
      title: words.made,
      text: true,
      show: ({ made }) => writeMoment(format, made, now, ZONE),
      sort: ({ made }) => -made,
    },
    {
      id: "event",
      title: words.event,
      text: true,
      show: ({ event }) => words.events[event],
      sort: ({ event }) => event,
    },
    {
      id: "state",
      title: words.state,
      text: true,
      show: ({ state, next }) =>
        state === "waiting"
          ? `${words.states.waiting} · ${words.next(format.clock(next, ZONE, true))}`
          : words.states[state],
      sort: ({ state }) => state,
    },
    {
      id: "attempts",
      title: words.attempts,
      show: ({ attempts }) => format.count(attempts),
      sort: ({ attempts }) => attempts,
    },
    {
      id: "answer",
      title: words.answer,
      text: true,
      show: ({ status, error }) =>
        [status === null ? "" : `HTTP ${status}`, error === null ? "" : (words.errors[error] ?? error)]
          .filter(Boolean)
          .join(" · ") || format.count(null),
      sort: ({ status }) => status,
    },
    {
      id: "again",
      title: words.again,
      show: ({ id: delivery, state }) =>
        state === "dead" && (
          <button type="button" className="chip" onClick={() => again(delivery)}>
            {words.again}
          </button>
        ),
      sort: () => null,
    },
  ];
  return (
    <Panel className="panel--alerts panel--table" title={words.deliveries}>
      {deliveries === null || deliveries.length === 0 ? (
        <Empty>{deliveries !== null ? words.noDeliveries : failed ? room.failed : room.loading}</Empty>
      ) : (
        <SortedTable caption={words.deliveries} columns={columns} records={deliveries} keyOf={(of) => of.id} />
      )}
    </Panel>
  );
}
