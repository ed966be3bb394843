import type { StockAnswer } from "../../shared/stock.ts";
import { Panel } from "../components/Panel.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { FLOW_WORDS } from "./words.ts";

/** What is in hand by age, and of each age how much lies at the front office and at the authorities. */
export function BandsPanel({ stock }: { stock: StockAnswer | null }) {
  const words = useRoomWords(FLOW_WORDS);
  const { format } = useWords();
  const bands = stock?.bands ?? [];
  const most = Math.max(1, ...bands.map(({ frontOffice, authority }) => frontOffice + authority));
  return (
    <Panel className="panel--bands" title={words.bands} aside={words.bandsHint}>
      <table className="bands">
        <caption className="visuallyHidden">{words.bands}</caption>
        <thead>
          <tr>
            <th scope="col">{words.age}</th>
            <th scope="col" data-holder="frontOffice">
              {words.holders.frontOffice}
            </th>
            <th scope="col" data-holder="authority">
              {words.holders.authority}
            </th>
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {bands.map(({ from, to, frontOffice, authority }) => (
            <tr key={from}>
              <th scope="row">{to === null ? `${from}+` : `${from}–${to}`}</th>
              <td>{format.count(frontOffice)}</td>
              <td>{format.count(authority)}</td>
              <td className="bands__bar" aria-hidden="true">
                <span data-holder="frontOffice" style={{ width: `${(frontOffice / most) * 100}%` }} />
                <span data-holder="authority" style={{ width: `${(authority / most) * 100}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
