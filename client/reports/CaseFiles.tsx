import { type Day, formatDay, formatMonth, parseDay } from "../../shared/time.ts";
import { useMay, usePrincipal } from "../access/principal.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import { CASE_FILE_WORDS } from "./caseFileWords.ts";
import "./caseFiles.css";

const KINDS = ["applications", "tickets"] as const;

interface CaseFilesProps {
  readonly from: Day;
  readonly to: Day;
  readonly region?: string | undefined;
  readonly office?: string | undefined;
}

/** The first and the last day of a month such as `2026-11`. */
export function daysOfMonth(month: string): { readonly from: Day; readonly to: Day } {
  const from = parseDay(`${month}-01`) ?? 0;
  const next = parseDay(`${formatMonth(from + 31)}-01`) ?? from + 31;
  return { from, to: next - 1 };
}

/** The files of a period's single applications and tickets, offered to those who may see them at the place. */
export function CaseFiles({ from, to, region, office }: CaseFilesProps) {
  const words = useRoomWords(CASE_FILE_WORDS);
  const { format, language } = useWords();
  const principal = usePrincipal();
  const book = useBook();
  const own = { region: region ?? principal?.region ?? null, office: office ?? principal?.office ?? null };
  const where =
    own.office === null ? own : { office: own.office, region: book.office.get(own.office)?.region ?? own.region };
  const sees = useMay("see-applications", where);
  const takes = useMay("export", where);
  if (!sees || !takes) return null;
  const query = new URLSearchParams({ from: formatDay(from), to: formatDay(to), language });
  if (own.office !== null) query.set("office", own.office);
  else if (own.region !== null) query.set("region", own.region);
  return (
    <section className="panel caseFiles" aria-label={words.title}>
      <header className="caseFiles__head">
        <h2 className="panel__title">{words.title}</h2>
        <span>{words.of(format.date(from), format.date(to))}</span>
      </header>
      <p className="caseFiles__files">
        {KINDS.map((kind) => (
          <a key={kind} className="button" href={`/api/exports/${kind}.csv?${query}`} download>
            <span aria-hidden="true">↓ </span>
            {words[kind]}, CSV
          </a>
        ))}
      </p>
      <p className="caseFiles__hint">{words.hint}</p>
    </section>
  );
}
