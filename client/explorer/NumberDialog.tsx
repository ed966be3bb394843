import { DICTIONARY } from "../../shared/dictionary.ts";
import type { StatisticsAnswer } from "../../shared/statistics.ts";
import { Dialog } from "../components/Dialog.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import type { AnsweredRow } from "./answer.ts";
import { type ExplorerFigure, written } from "./figures.ts";
import { NumberCases } from "./NumberCases.tsx";
import { NUMBER_WORDS } from "./numberWords.ts";
import type { Question } from "./question.ts";
import { EXPLORER_WORDS } from "./words.ts";

/** A number that was asked about: its figure, its row, and what the row is about. */
export interface AskedNumber {
  readonly figure: ExplorerFigure;
  readonly of: AnsweredRow;
  readonly name: string;
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
      <NumberCases question={question} figure={figure} of={of} />
      <div className="deeds deeds--end">
        <button type="button" className="button" onClick={close}>
          {own.close}
        </button>
      </div>
    </Dialog>
  );
}
