import { Link } from "wouter";
import type { Dimension, StatisticsRow } from "../../shared/statistics.ts";
import { placeHref } from "../components/places.ts";
import { useRoomWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import type { Question } from "./question.ts";
import { EXPLORER_WORDS } from "./words.ts";

/** The heading of a column: pressed, it puts the rows in its order, and then the other way round. */
export function Heading({
  id,
  title,
  text,
  question,
  sort,
}: {
  id: string;
  title: string;
  text: boolean;
  question: Question;
  sort: (column: string, falling: boolean) => void;
}) {
  const words = useRoomWords(EXPLORER_WORDS);
  const chosen = question.sort === id;
  return (
    <th
      scope="col"
      className={text ? "table__text" : undefined}
      aria-sort={chosen ? (question.falling ? "descending" : "ascending") : "none"}
    >
      <button type="button" title={words.sortBy(title)} onClick={() => sort(id, chosen ? !question.falling : !text)}>
        {title}
        <span className="table__arrow" aria-hidden="true">
          {chosen ? (question.falling ? "↓" : "↑") : ""}
        </span>
      </button>
    </th>
  );
}

/** What a row is about; a place leads to its page. */
export function KeyCell({
  row,
  dimension,
  text,
  first,
}: {
  row: StatisticsRow;
  dimension: Dimension;
  text: string;
  first: boolean;
}) {
  const book = useBook();
  const id = row[dimension] ?? "";
  const isPlace = (dimension === "region" || dimension === "office") && id !== "";
  const shown = isPlace ? <Link href={placeHref(book, id)}>{text}</Link> : text;
  if (first)
    return (
      <th scope="row" className="table__text" title={text}>
        {shown}
      </th>
    );
  return (
    <td className="table__text" title={text}>
      {shown}
    </td>
  );
}
