import { useMemo, useState } from "react";
import { Link } from "wouter";
import { useMay } from "../access/principal.ts";
import { Empty } from "../components/Message.tsx";
import { Panel } from "../components/Panel.tsx";
import { useGradually } from "../floor/useGradually.ts";
import { compareTexts } from "../language.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import { Deadline } from "./ApplicationsTable.tsx";
import { AsOf } from "./AsOf.tsx";
import { CopyButton } from "./CopyButton.tsx";
import { countsOf, type DueGroup, groupsOf, telephoneText, URGENT } from "./dueText.ts";
import { DUE_WORDS } from "./dueWords.ts";
import "./flow.css";
import { useList } from "./useStock.ts";

const MOST = 500;
const FEW = 5;
const URGENCY = { authority: null, stage: null, buckets: URGENT } as const;

function Group({ group }: { group: DueGroup }) {
  const words = useRoomWords(DUE_WORDS);
  const { format, language } = useWords();
  const book = useBook();
  const [isWhole, setWhole] = useState(false);
  const { items, name } = group;
  const shown = isWhole ? items : items.slice(0, FEW);
  return (
    <li className="due__group">
      <div className="due__head">
        <h3 className="due__authority">{name}</h3>
        <span className="due__counts">{countsOf(group, words, format.count).join(" · ")}</span>
        <CopyButton label={words.copy} text={() => telephoneText(group, words, format.count)} />
      </div>
      <ul className="due__items">
        {shown.map((item) => (
          <li key={item.application} className="due__item">
            <Link className="number" href={`/office/${item.office}/application/${item.application}`}>
              {item.application}
            </Link>
            <Deadline item={item} />
            <span className="due__service">{book.service.get(item.service)?.names[language] ?? item.service}</span>
            <span className="due__age">{words.age(item.age, format.count(item.age))}</span>
          </li>
        ))}
      </ul>
      {items.length > FEW && (
        <button type="button" className="due__more" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? words.fewer : words.all(format.count(items.length))}
        </button>
      )}
    </li>
  );
}

/** On paper a number is not divided between two lines. */
const UNBROKEN_HYPHEN = "-\u2060";

function print(): void {
  const root = document.documentElement;
  root.dataset.print = "due";
  window.addEventListener(
    "afterprint",
    () => {
      delete root.dataset.print;
    },
    { once: true },
  );
  window.print();
}

/** The first list of the morning: what is overdue and falls due today and in two working days, by authority. */
export function DuePanel({ office }: { office: string }) {
  const words = useRoomWords(DUE_WORDS);
  const { words: common, format, language } = useWords();
  const book = useBook();
  const of = book.office.get(office);
  const sees = useMay("see-applications", { office, region: of?.region ?? null });
  const { data } = useList(`office:${office}`, sees ? URGENCY : null, MOST);
  const groups = useMemo(
    () =>
      groupsOf(
        data?.items ?? [],
        (id) => book.authority.get(id)?.names[language] ?? id,
        (a, b) => compareTexts(language, a, b),
      ),
    [data, book, language],
  );
  const drawn = useGradually(groups.length, 2);
  if (!sees) return null;
  const whole = (): string => {
    const time = format.clock(data === null ? null : Date.parse(data.asOf), of?.zone ?? "Asia/Almaty");
    const head = words.head(of?.names[language] ?? office, time);
    return [head, ...groups.map((group) => telephoneText(group, words, format.count))].join("\n\n");
  };
  return (
    <Panel className="panel--table panel--due" title={words.title} aside={<AsOf asOf={data?.asOf} />}>
      <div className="due__bar">
        <span>{words.hint}</span>
        <Link className="chip" href={`/office/${office}/flow`}>
          {words.toFlow} →
        </Link>
        {groups.length > 0 && (
          <>
            <CopyButton label={words.copyAll} text={whole} />
            <button type="button" className="chip" onClick={print}>
              {words.print}
            </button>
          </>
        )}
      </div>
      {data === null ? (
        <Empty>{common.states.loading}</Empty>
      ) : groups.length === 0 ? (
        <Empty>{words.nothing}</Empty>
      ) : (
        <ul className="due">
          {groups.slice(0, drawn).map((group) => (
            <Group key={group.authority} group={group} />
          ))}
        </ul>
      )}
      {data !== null && data.total > data.items.length && (
        <p className="flowHint">{words.partly(format.count(data.items.length), format.count(data.total))}</p>
      )}
      <pre className="due__paper" aria-hidden="true">
        {whole().replaceAll("-", UNBROKEN_HYPHEN)}
      </pre>
    </Panel>
  );
}
