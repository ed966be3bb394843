import { Link } from "wouter";
import type { CountedCases } from "../../shared/explore.ts";
import { localDay, parseDay } from "../../shared/time.ts";
import { placeName } from "../components/places.ts";
import { type Column, SortedTable } from "../components/SortedTable.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { useFetched } from "../store/fetched.ts";
import { useBook } from "../store/reference.ts";
import type { AnsweredRow } from "./answer.ts";
import type { ExplorerFigure } from "./figures.ts";
import { NUMBER_WORDS } from "./numberWords.ts";
import { type Question, serverQuery } from "./question.ts";
import { questionOfRow } from "./questionOfRow.ts";
import { EXPLORER_WORDS } from "./words.ts";

const SELDOM_MS = 3_600_000;
type Case = CountedCases["cases"][number];

/** The applications or tickets that a number of a row counts, as far as they are still kept. */
export function NumberCases({ question, figure, of }: { question: Question; figure: ExplorerFigure; of: AnsweredRow }) {
  const words = useRoomWords(EXPLORER_WORDS);
  const own = useRoomWords(NUMBER_WORDS);
  const { format, language } = useWords();
  const book = useBook();
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
    return `${format.date(localDay(time, zone))} ${format.clock(time, zone)}`;
  };
  /** A deadline at 24:00 belongs to the day that ends with it. */
  const deadline = (at: string | null, office: string) => {
    const zone = book.office.get(office)?.zone ?? "Asia/Almaty";
    if (at === null || format.clock(Date.parse(at), zone) !== "00:00") return moment(at, office);
    return format.date(localDay(Date.parse(at) - 1, zone));
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
            show: ({ due, office }: Case) => deadline(due, office),
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
