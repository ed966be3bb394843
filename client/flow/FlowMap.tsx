import { useMemo } from "react";
import { STAGES, type Stage, type StockAnswer, type StockCount } from "../../shared/stock.ts";
import { Empty } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import { compareTexts } from "../language.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import { AsOf } from "./AsOf.tsx";
import { FLOW_WORDS } from "./words.ts";

/** A cell of the map; null: all stages, or all authorities. */
export interface Place {
  readonly authority: string | null;
  readonly stage: Stage | null;
}

function Cell({
  count,
  name,
  pressed,
  press,
}: {
  count: StockCount;
  name: string;
  pressed: boolean;
  press: () => void;
}) {
  const words = useRoomWords(FLOW_WORDS);
  const { format } = useWords();
  if (count.n === 0) return <span className="flowCell flowCell--none">0</span>;
  const { n, overdue, today, ageP50, ageOldest } = count;
  const tone = overdue > 0 ? "worse" : today > 0 ? "sun" : undefined;
  return (
    <button
      type="button"
      className="flowCell"
      aria-pressed={pressed}
      data-tone={tone}
      onClick={press}
      aria-label={`${name}: ${format.count(n)}${overdue > 0 ? `, ${words.buckets.overdue} ${format.count(overdue)}` : ""}${today > 0 ? `, ${words.buckets.today} ${format.count(today)}` : ""}`}
    >
      <span className="flowCell__count">{format.count(n)}</span>
      <span
        className="flowCell__age"
        title={`${words.half(words.days(ageP50 ?? 0, format.count(ageP50)))} · ${words.oldest(words.days(ageOldest ?? 0, format.count(ageOldest)))}`}
      >
        {ageP50 === ageOldest ? format.count(ageP50) : `${format.count(ageP50)}–${format.count(ageOldest)}`}{" "}
        {format.measured(2 * 86_400).unit}
      </span>
      <span
        className="flowCell__bar"
        aria-hidden="true"
        style={{ "--late": overdue / n, "--today": today / n } as React.CSSProperties}
      />
      <span className="flowCell__late">
        {overdue > 0 ? `▲ ${format.count(overdue)}` : today > 0 ? `● ${format.count(today)}` : ""}
      </span>
    </button>
  );
}

/** The map of the flow: how many applications of each authority are at each stage, how old and how urgent they are. */
export function FlowMap({
  stock,
  chosen,
  choose,
}: {
  stock: StockAnswer | null;
  chosen: Place | null;
  choose: (place: Place) => void;
}) {
  const words = useRoomWords(FLOW_WORDS);
  const { language } = useWords();
  const book = useBook();
  const rows = useMemo(() => {
    const named = (stock?.authorities ?? []).map((each) => ({
      ...each,
      name: book.authority.get(each.authority)?.names[language] ?? each.authority,
    }));
    return named.sort((a, b) => compareTexts(language, a.name, b.name));
  }, [stock, book, language]);
  const isChosen = (authority: string | null, stage: Stage | null) =>
    chosen !== null && chosen.authority === authority && chosen.stage === stage;
  const cell = (authority: string | null, name: string, stage: Stage | null, count: StockCount) => (
    <td key={stage ?? "all"} data-title={stage === null ? words.running : words.stages[stage]}>
      <Cell
        count={count}
        name={words.cell(name, stage === null ? words.running : words.stages[stage])}
        pressed={isChosen(authority, stage)}
        press={() => choose({ authority, stage })}
      />
    </td>
  );
  return (
    <Panel className="panel--flowMap" title={words.map} aside={<AsOf asOf={stock?.asOf} />}>
      {stock !== null && rows.length === 0 ? (
        <Empty>{words.nothing}</Empty>
      ) : (
        <div className="flowMap">
          <table>
            <caption className="visuallyHidden">{words.mapHint}</caption>
            <thead>
              <tr>
                <th scope="col" className="flowMap__name">
                  {words.authority}
                </th>
                {STAGES.map((stage) => (
                  <th key={stage} scope="col">
                    {words.stages[stage]}
                  </th>
                ))}
                <th scope="col">{words.running}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ authority, name, stages, running }) => (
                <tr key={authority}>
                  <th scope="row" className="flowMap__name">
                    {name}
                  </th>
                  {STAGES.map((stage) => cell(authority, name, stage, stages[stage]))}
                  {cell(authority, name, null, running)}
                </tr>
              ))}
              {stock !== null && (
                <tr className="flowMap__total">
                  <th scope="row" className="flowMap__name">
                    {words.all}
                  </th>
                  {STAGES.map((stage) => cell(null, words.all, stage, stock.stages[stage]))}
                  {cell(null, words.all, null, stock.running)}
                </tr>
              )}
            </tbody>
          </table>
        </div>
      )}
      <p className="flowMap__hint">
        {words.mapHint}{" "}
        <span className="flowMap__key" data-tone="worse">
          ▲ {words.buckets.overdue}
        </span>{" "}
        <span className="flowMap__key" data-tone="sun">
          ● {words.buckets.today}
        </span>
      </p>
    </Panel>
  );
}
