import type { ReportChanges } from "../../shared/reportMonths.ts";
import { placeName } from "../components/places.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import { REPORTS_WORDS } from "./words.ts";

/** How many events came late, by office. */
export function LateEvents({ late }: { late: ReportChanges["late"] }) {
  const { format, language } = useWords();
  const words = useRoomWords(REPORTS_WORDS);
  const book = useBook();
  if (late.length === 0) return <p>{words.noLate}</p>;
  return (
    <ul className="reportLate">
      {late.map(({ office, events }) => (
        <li key={office}>
          {placeName(book, office, language)} <strong>{format.count(events)}</strong>
        </li>
      ))}
    </ul>
  );
}
