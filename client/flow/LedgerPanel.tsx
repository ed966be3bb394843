import { type DaysUsed, type DelayLedger, HOLDERS } from "../../shared/stock.ts";
import { Empty } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { FLOW_WORDS } from "./words.ts";

/** Working days by whose they are: a bar in parts, and the parts in words. */
export function DaysBar({ title, days }: { title: string; days: DaysUsed }) {
  const words = useRoomWords(FLOW_WORDS);
  const { format } = useWords();
  const sum = HOLDERS.reduce((total, holder) => total + days[holder], 0);
  return (
    <div className="daysBar">
      <span className="daysBar__title">
        {title}: <strong>{words.days(sum, format.count(sum))}</strong>
      </span>
      <div className="daysBar__track" aria-hidden="true">
        {HOLDERS.map((holder) => (
          <span key={holder} data-holder={holder} style={{ flexGrow: days[holder] }} />
        ))}
      </div>
      <ul className="daysBar__parts">
        {HOLDERS.map((holder) => (
          <li key={holder} data-holder={holder}>
            {words.holders[holder]} <strong>{format.count(days[holder])}</strong>
            {sum > 0 && ` · ${format.percent(days[holder] / sum)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The delay ledger: each working day after a deadline belongs to somebody. */
export function LedgerPanel({ ledger }: { ledger: DelayLedger | null }) {
  const words = useRoomWords(FLOW_WORDS);
  const { format } = useWords();
  return (
    <Panel
      className="panel--ledger"
      title={words.ledger}
      aside={
        ledger !== null &&
        ledger.applications > 0 &&
        words.overdueOf(ledger.applications, format.count(ledger.applications))
      }
    >
      {ledger !== null && ledger.applications === 0 ? (
        <Empty>{words.ledgerNone}</Empty>
      ) : (
        ledger !== null && (
          <>
            <DaysBar title={words.delayed} days={ledger.delayed} />
            <DaysBar title={words.usedAll} days={ledger.used} />
          </>
        )
      )}
      <p className="flowHint">
        {words.ledgerHint} {words.outageUnknown}
      </p>
    </Panel>
  );
}
