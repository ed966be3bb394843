import { useMemo, useState } from "react";
import { Link } from "wouter";
import type { StockAnswer } from "../../shared/stock.ts";
import type { Scope } from "../../shared/wire.ts";
import { useMay } from "../access/principal.ts";
import { Message } from "../components/Message.tsx";
import type { RoomProps } from "../rooms.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import { Frame } from "../views/Frame.tsx";
import { BandsPanel } from "./BandsPanel.tsx";
import { FlowMap, type Place } from "./FlowMap.tsx";
import "./flow.css";
import { LedgerPanel } from "./LedgerPanel.tsx";
import { ListPanel } from "./ListPanel.tsx";
import { PlacesPanel } from "./PlacesPanel.tsx";
import { SearchBox } from "./SearchBox.tsx";
import { useStock } from "./useStock.ts";
import { FLOW_WORDS } from "./words.ts";

const SIGNS = { overdue: "▲", today: "●", soon: "○" } as const;

function Totals({ stock }: { stock: StockAnswer | null }) {
  const words = useRoomWords(FLOW_WORDS);
  const { format } = useWords();
  const of = stock?.running;
  return (
    <dl className="flowTotals">
      <div>
        <dt>{words.running}</dt>
        <dd>{format.count(of?.n ?? null)}</dd>
      </div>
      {(["overdue", "today", "soon"] as const).map((bucket) => (
        <div key={bucket} data-bucket={bucket} data-some={(of?.[bucket] ?? 0) > 0}>
          <dt>
            <span aria-hidden="true">{SIGNS[bucket]}</span> {words.buckets[bucket]}
          </dt>
          <dd>{format.count(of?.[bucket] ?? null)}</dd>
        </div>
      ))}
      <div>
        <dt>{words.stages.ready}</dt>
        <dd>{format.count(stock?.stages.ready.n ?? null)}</dd>
      </div>
    </dl>
  );
}

/** The flow of applications of the country, a region or an office: where they are, how old, how urgent, whose the delay is. */
export default function Flow({ params }: RoomProps) {
  const { language, words: common } = useWords();
  const words = useRoomWords(FLOW_WORDS);
  const book = useBook();
  const office = params.office ?? null;
  const region = params.region ?? null;
  const of = book.office.get(office ?? "");
  const scope: Scope = office !== null ? `office:${office}` : region !== null ? `region:${region}` : "country";
  const where = { office, region: of?.region ?? region };
  const lists = useMay("see-applications", where);
  const [place, setPlace] = useState<Place | null>(null);
  const { data, problem } = useStock(scope);
  const trail = useMemo(() => {
    const [href, name] =
      office !== null
        ? [`/office/${office}`, of?.shortNames[language] ?? office]
        : region !== null
          ? [`/region/${region}`, book.region.get(region)?.shortNames[language] ?? region]
          : ["/", common.country];
    return (
      <span className="place__trail">
        <Link href={href}>{name}</Link> ›
      </span>
    );
  }, [office, region, of, book, language, common]);
  return (
    <Frame scope={scope} name={words.title} className="screen--flow" trail={trail}>
      {data === null && problem !== null ? (
        <Message
          title={problem === "forbidden" ? common.states.forbidden : common.states.notReady}
          hint={problem === "forbidden" ? common.states.forbiddenHint : common.states.notReadyHint}
        />
      ) : (
        <>
          <div className="flowTop">
            <Totals stock={data} />
            {lists && <SearchBox office={office} region={region} />}
          </div>
          <FlowMap stock={data} chosen={place} choose={setPlace} />
          <div className="flowSide">
            <LedgerPanel ledger={data?.ledger ?? null} />
            <BandsPanel stock={data} />
            {data !== null && data.places.length > 0 && <PlacesPanel stock={data} />}
          </div>
          {place !== null && (
            <ListPanel
              key={`${scope} ${place.authority} ${place.stage}`}
              scope={scope}
              place={place}
              close={() => setPlace(null)}
            />
          )}
        </>
      )}
    </Frame>
  );
}
