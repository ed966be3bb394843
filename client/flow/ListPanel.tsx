import { useEffect, useRef, useState } from "react";
import type { Bucket } from "../../shared/stock.ts";
import type { Scope } from "../../shared/wire.ts";
import { Empty } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import { ApplicationsTable } from "./ApplicationsTable.tsx";
import { AsOf } from "./AsOf.tsx";
import type { Place } from "./FlowMap.tsx";
import { useList } from "./useStock.ts";
import { FLOW_WORDS } from "./words.ts";

const PAGE = 50;
const MOST = 500;
const FILTERS: readonly Bucket[] = ["overdue", "today", "soon"];

/** The applications of a cell of the map. */
export function ListPanel({ scope, place, close }: { scope: Scope; place: Place; close: () => void }) {
  const words = useRoomWords(FLOW_WORDS);
  const { words: common, format, language } = useWords();
  const book = useBook();
  const [bucket, setBucket] = useState<Bucket | null>(null);
  const [limit, setLimit] = useState(PAGE);
  const running: readonly Bucket[] = ["overdue", "today", "soon", "later", "none"];
  const buckets = bucket !== null ? [bucket] : place.stage === null ? running : [];
  const { data, problem } = useList(scope, { ...place, buckets }, limit);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    top.current?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }, []);
  const authority =
    place.authority === null ? words.all : (book.authority.get(place.authority)?.names[language] ?? place.authority);
  const stage = place.stage === null ? words.running : words.stages[place.stage];
  return (
    <Panel
      className="panel--table panel--flowList"
      title={
        <>
          {authority} <small>{stage}</small>
        </>
      }
      aside={<AsOf asOf={data?.asOf} />}
    >
      <div className="flowList__bar" ref={top}>
        {place.stage !== "ready" && (
          <fieldset className="flowList__filter" aria-label={words.choose}>
            {[null, ...FILTERS].map((each) => (
              <button
                key={each ?? "all"}
                type="button"
                className="chip"
                aria-pressed={bucket === each}
                onClick={() => setBucket(each)}
              >
                {each === null ? words.all : words.buckets[each]}
              </button>
            ))}
          </fieldset>
        )}
        <button type="button" className="button flowList__close" onClick={close}>
          {words.close}
        </button>
      </div>
      {problem === "forbidden" ? (
        <Empty>{words.notAllowed}</Empty>
      ) : data === null ? (
        <Empty>{common.states.loading}</Empty>
      ) : data.items.length === 0 ? (
        <Empty>{words.nothing}</Empty>
      ) : (
        <>
          <p className="flowList__count" role="status">
            {words.shown(format.count(data.items.length), format.count(data.total))}
          </p>
          <ApplicationsTable items={data.items} office={!scope.startsWith("office:")} />
          {data.next !== null && limit < MOST && (
            <button type="button" className="button flowList__more" onClick={() => setLimit(Math.min(MOST, limit * 3))}>
              {words.more}
            </button>
          )}
        </>
      )}
    </Panel>
  );
}
