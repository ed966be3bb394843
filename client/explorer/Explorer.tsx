import { useCallback, useMemo, useState } from "react";
import { useLocation, useSearch } from "wouter";
import { DICTIONARY } from "../../shared/dictionary.ts";
import type { ImportedRow } from "../../shared/importedTotals.ts";
import { DAY_MS } from "../../shared/time.ts";
import type { Scope } from "../../shared/wire.ts";
import { usePrincipal } from "../access/principal.ts";
import { SelectField } from "../components/Field.tsx";
import { Message } from "../components/Message.tsx";
import { useDayOf } from "../components/ViewKpis.tsx";
import { ImportedPanel } from "../reconcile/ImportedPanel.tsx";
import { useImported } from "../reconcile/useImported.ts";
import { CaseFiles } from "../reports/CaseFiles.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { Frame } from "../views/Frame.tsx";
import { useAnswer } from "./answer.ts";
import { ExplorerChart } from "./ExplorerChart.tsx";
import { ExplorerFiles } from "./ExplorerFiles.tsx";
import { ExplorerTable } from "./ExplorerTable.tsx";
import { type ExplorerFigure, explorerFigure } from "./figures.ts";
import { type AskedNumber, NumberDialog } from "./NumberDialog.tsx";
import { QuestionBar } from "./QuestionBar.tsx";
import { isOfPlaces, type Question, readQuestion, writeQuestion } from "./question.ts";
import "./explorer.css";
import { EXPLORER_WORDS } from "./words.ts";

const NOT_TOLD: readonly ImportedRow[] = [];

function useScopeOfOwn(): Scope {
  const principal = usePrincipal();
  if (principal?.office) return `office:${principal.office}`;
  return principal?.region ? `region:${principal.region}` : "country";
}

/** What an address says of language and appearance, kept when another question is asked. */
function appearanceOf(search: string): string {
  const given = new URLSearchParams(search);
  return ["lang", "theme", "kiosk"].map((name) => (given.has(name) ? `&${name}=${given.get(name)}` : "")).join("");
}

function Ground({ answered, zone }: { answered: ReturnType<typeof useAnswer>; zone: string }) {
  const words = useRoomWords(EXPLORER_WORDS);
  const { format } = useWords();
  const { answer, rows, period, compared } = answered;
  if (answer === null) return <p className="explorerGround">{words.loading}</p>;
  const { coverage, status, asOf } = answer;
  const facts = [
    words.rows(format.count(rows.length)),
    words.status[status],
    words.asOf(format.clock(Date.parse(asOf), zone, true)),
    words.covered(format.count(coverage.reporting), format.count(coverage.expected)),
    coverage.missingEvents === 0 ? words.noHoles : words.holes(format.count(coverage.missingEvents)),
    ...(compared === null || period === null
      ? []
      : [words.working(format.count(period.workingDays), format.count(compared.workingDays))]),
  ];
  return (
    <p className="explorerGround" role="status">
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}

/** Any figures of any period, cut and compared as one likes; the address holds the whole question. */
export default function Explorer() {
  const words = useRoomWords(EXPLORER_WORDS);
  const { language } = useWords();
  const scope = useScopeOfOwn();
  const { day, zone } = useDayOf(scope);
  const [, go] = useLocation();
  const search = useSearch();
  const today = day ?? Math.floor(Date.now() / DAY_MS);
  const question = useMemo(() => readQuestion(search, today), [search, today]);
  const ask = useCallback(
    (next: Partial<Question>) =>
      go(`/explore?${writeQuestion({ ...question, ...next })}${appearanceOf(search)}`, { replace: true }),
    [go, question, search],
  );
  const answered = useAnswer(question);
  const { from, to, filter } = question;
  const yearBefore = question.compare === "year";
  const importedRows = useImported({ from, to, yearBefore, region: filter.region, office: filter.office });
  const told = isOfPlaces(question) ? importedRows : NOT_TOLD;
  const [number, open] = useState<AskedNumber | null>(null);
  const figures = useMemo(
    () => question.figures.map(explorerFigure).filter((figure): figure is ExplorerFigure => figure !== undefined),
    [question.figures],
  );
  const drawn = figures.find(({ id }) => id === question.sort) ?? figures[0];
  const nothing = answered.answer !== null && answered.rows.length === 0 && question.by.length > 0;
  return (
    <Frame scope={scope} name={words.title} className="screen--page screen--explorer">
      <QuestionBar question={question} ask={ask} today={today} />
      <section className="panel explorerAnswer" aria-busy={answered.answer === null && answered.problem === null}>
        <header className="explorerAnswer__head">
          <Ground answered={answered} zone={zone} />
          {question.shape !== "table" && figures.length > 1 && (
            <SelectField
              label={words.shown}
              value={drawn?.id}
              onChange={(event) => ask({ sort: event.target.value, falling: true })}
            >
              {figures.map(({ id }) => (
                <option key={id} value={id}>
                  {DICTIONARY[id].names[language]}
                </option>
              ))}
            </SelectField>
          )}
          <ExplorerFiles question={question} imported={told.length > 0 && !yearBefore} />
        </header>
        {answered.problem !== null && answered.answer === null ? (
          <Message title={words.failed} hint={words.failedHint} />
        ) : nothing ? (
          <Message title={words.empty} hint={words.emptyHint} />
        ) : question.shape === "table" || drawn === undefined || question.by.length === 0 ? (
          <ExplorerTable
            question={question}
            answered={answered}
            figures={figures}
            sort={(sort, falling) => ask({ sort, falling })}
            open={(figure, of, name) => open({ figure, of, name })}
          />
        ) : (
          <ExplorerChart question={question} answered={answered} figure={drawn} />
        )}
      </section>
      <ImportedPanel rows={told} yearBefore={yearBefore} />
      <CaseFiles
        from={question.from}
        to={question.to}
        region={question.filter.region}
        office={question.filter.office}
      />
      {number !== null && (
        <NumberDialog question={question} answer={answered.answer} number={number} close={() => open(null)} />
      )}
    </Frame>
  );
}
