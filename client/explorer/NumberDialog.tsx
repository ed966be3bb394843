import { Link } from "wouter";
import { DICTIONARY } from "../../shared/dictionary.ts";
import type { CountedCases } from "../../shared/explore.ts";
import type { Dimension, StatisticsAnswer } from "../../shared/statistics.ts";
import { parseDay } from "../../shared/time.ts";
import { Dialog } from "../components/Dialog.tsx";
import { placeName } from "../components/places.ts";
import { type Column, SortedTable } from "../components/SortedTable.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { useFetched } from "../store/fetched.ts";
import { useBook } from "../store/reference.ts";
import type { AnsweredRow } from "./answer.ts";
import { type ExplorerFigure, written } from "./figures.ts";
import { NUMBER_WORDS } from "./numberWords.ts";
import { type Question, serverQuery } from "./question.ts";
import { EXPLORER_WORDS } from "./words.ts";

/** A number that was asked about: its figure, its row, and what the row is about. */
export interface AskedNumber {
  readonly figure: ExplorerFigure;
  readonly of: AnsweredRow;
  readonly name: string;
}

const SELDOM_MS = 3_600_000;
type Case = CountedCases["cases"][number];

/** The question of one row: its own values as filters, its day or month as the period. */
function questionOfRow(question: Question, { row }: AnsweredRow): Question {
  const { day, month, region, office, operator, service, authority } = row;
  const first = parseDay(day ?? (month === undefined ? "" : `${month}-01`));
  let { from, to } = question;
  if (first !== null) {
    from = day === undefined ? Math.max(from, first) : first;
    let last = first;
    while (month !== undefined && new Date((last + 1) * 86_400_000).getUTCDate() !== 1) last += 1;
    to = day === undefined ? Math.min(to, last) : first;
  }
  const own = Object.fromEntries(
    Object.entries({ region, office, operator, service, authority }).filter(([, value]) => value !== undefined),
  );
  return { ...question, from, to, by: [] as readonly Dimension[], filter: { ...question.filter, ...own } };
}

function Cases({ question, number }: { question: Question; number: AskedNumber }) {
  const words = useRoomWords(EXPLORER_WORDS);
  const own = useRoomWords(NUMBER_WORDS);
  const { format, language } = useWords();
  const book = useBook();
  const { figure, of } = number;
  const query = serverQuery(questionOfRow(question, of));
  const { data, problem } = useFetched<CountedCases>(
    figure.cases === null ? null : `/api/explore/cases?${query}&figure=${figure.cases}`,
    SELDOM_MS,
  );
  if (figure.cases === null) return <p className="numberDialog__note">{own.noCases}</p>;
  if (problem === "forbidden") return null;
  if (data === null) return <p aria-busy="true">{words.loading}</p>;
  const moment = (at: string | null, office: string) => {
    if (at === null) return "—";
    const zone = book.office.get(office)?.zone ?? "Asia/Almaty";
    const time = Date.parse(at);
    const day = new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(time);
    return `${format.date(parseDay(day) ?? 0)} ${format.clock(time, zone)}`;
  };
  const isApplication = data.cases[0]?.kind === "application";
  const timed = data.cases.some(({ seconds }) => seconds !== null);
  const columns: readonly Column<Case>[] = [
    {
      id: "number",
      title: own.number,
      text: true,
      show: ({ kind, office, id }) =>
        kind === "application" ? (
          <Link href={`/office/${encodeURIComponent(office)}/application/${encodeURIComponent(id)}`}>{id}</Link>
        ) : (
          id
        ),
      sort: ({ id }) => id,
    },
    {
      id: "office",
      title: words.dimension.office,
      text: true,
      show: ({ office }) => placeName(book, office, language),
      sort: ({ office }) => placeName(book, office, language),
    },
    ...(isApplication
      ? [
          {
            id: "service",
            title: words.dimension.service,
            text: true,
            show: ({ service }: Case) => book.service.get(service ?? "")?.names[language] ?? service ?? "—",
            sort: ({ service }: Case) => book.service.get(service ?? "")?.names[language] ?? service,
          },
          {
            id: "authority",
            title: words.dimension.authority,
            text: true,
            show: ({ authority }: Case) => book.authority.get(authority ?? "")?.names[language] ?? authority ?? "—",
            sort: ({ authority }: Case) => book.authority.get(authority ?? "")?.names[language] ?? authority,
          },
        ]
      : []),
    { id: "at", title: own.when, show: ({ at, office }) => moment(at, office), sort: ({ at }) => at },
    ...(isApplication
      ? [
          {
            id: "due",
            title: own.due,
            show: ({ due, office }: Case) => moment(due, office),
            sort: ({ due }: Case) => due,
          },
        ]
      : []),
    ...(timed
      ? [
          {
            id: "seconds",
            title: own.lasted,
            show: ({ seconds }: Case) => format.duration(seconds),
            sort: ({ seconds }: Case) => seconds,
          },
        ]
      : []),
  ];
  return (
    <>
      {data.cases.length === 0 ? (
        <p className="numberDialog__note">{own.noneFound}</p>
      ) : (
        <SortedTable
          caption={own.cases}
          columns={columns}
          records={data.cases}
          keyOf={({ office, id }) => `${office}/${id}`}
        />
      )}
      {!data.complete && <p className="numberDialog__note">{own.moreCases(format.count(data.cases.length))}</p>}
      {data.keptSince !== null && (
        <p className="numberDialog__note">{own.keptSince(format.date(parseDay(data.keptSince) ?? 0))}</p>
      )}
    </>
  );
}

/** What a number means, what it is made of, what it rests on, and the applications or tickets behind it. */
export function NumberDialog({
  question,
  answer,
  number,
  close,
}: {
  question: Question;
  answer: StatisticsAnswer | null;
  number: AskedNumber;
  close: () => void;
}) {
  const words = useRoomWords(EXPLORER_WORDS);
  const own = useRoomWords(NUMBER_WORDS);
  const { format, language } = useWords();
  const { figure, of, name } = number;
  const entry = DICTIONARY[figure.id];
  return (
    <Dialog wide className="numberDialog" title={entry.names[language]} close={close}>
      <div className="numberDialog__head">
        <p>{name}</p>
        <strong className="numberDialog__value">{written(figure.value(of.row), figure.unit, format)}</strong>
      </div>
      <p>{entry.definition[language]}</p>
      <dl className="numberDialog__parts">
        {figure.parts(of.row).map(({ label, unit, value }) => (
          <div key={label}>
            <dt>{own.parts[label]}</dt>
            <dd>{written(value, unit, format)}</dd>
          </div>
        ))}
        {of.other !== null && (
          <div>
            <dt>{own.before}</dt>
            <dd>{written(figure.value(of.other), figure.unit, format)}</dd>
          </div>
        )}
      </dl>
      {answer !== null && (
        <p className="numberDialog__note">
          {words.covered(format.count(answer.coverage.reporting), format.count(answer.coverage.expected))} ·{" "}
          {answer.coverage.missingEvents === 0
            ? words.noHoles
            : words.holes(format.count(answer.coverage.missingEvents))}
        </p>
      )}
      <h3>{own.cases}</h3>
      <Cases question={question} number={number} />
      <div className="deeds deeds--end">
        <button type="button" className="button" onClick={close}>
          {own.close}
        </button>
      </div>
    </Dialog>
  );
}
