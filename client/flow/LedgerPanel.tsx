import { type DaysInOutage, type DaysUsed, type DelayLedger, HOLDERS } from "../../shared/stock.ts";
import { Empty } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { FLOW_WORDS } from "./words.ts";

/** The parts of days: what each had, less the days of an outage, which are a part of their own where they are known. */
function partsOf(days: DaysUsed, outage: DaysInOutage | null) {
  if (outage === null) return HOLDERS.map((id) => ({ id, n: days[id] }));
  const { frontOffice, applicant } = outage;
  return [
    { id: "frontOffice", n: days.frontOffice - frontOffice },
    { id: "authority", n: days.authority },
    { id: "applicant", n: days.applicant - applicant },
    { id: "outage", n: frontOffice + applicant },
  ] as const;
}

/** Working days by whose they are: a bar in parts, and the parts in words. */
export function DaysBar(props: { title: string; days: DaysUsed; outage?: DaysInOutage }) {
  const { title, days, outage = null } = props;
  const words = useRoomWords(FLOW_WORDS);
  const { format } = useWords();
  const parts = partsOf(days, outage);
  const sum = parts.reduce((total, { n }) => total + n, 0);
  return (
    <div className="daysBar">
      <span className="daysBar__title">
        {title}: <strong>{words.days(sum, format.count(sum))}</strong>
      </span>
      <div className="daysBar__track" aria-hidden="true">
        {parts.map(({ id, n }) => (
          <span key={id} data-holder={id} style={{ flexGrow: n }} />
        ))}
      </div>
      <ul className="daysBar__parts">
        {parts.map(({ id, n }) => (
          <li key={id} data-holder={id}>
            {id === "outage" ? words.outage : words.holders[id]} <strong>{format.count(n)}</strong>
            {sum > 0 && ` · ${format.percent(n / sum)}`}
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
            <DaysBar title={words.delayed} days={ledger.delayed} outage={ledger.outage} />
            <DaysBar title={words.usedAll} days={ledger.used} />
          </>
        )
      )}
      <p className="flowHint">
        {words.ledgerHint} {words.outageHint}
      </p>
    </Panel>
  );
}
