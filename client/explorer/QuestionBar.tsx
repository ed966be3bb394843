import type { ReactNode } from "react";
import { DICTIONARY } from "../../shared/dictionary.ts";
import { DIMENSIONS, type Dimension, type FilterName } from "../../shared/statistics.ts";
import { formatDay, parseDay } from "../../shared/time.ts";
import { useMay, usePrincipal } from "../access/principal.ts";
import { SelectField, TextField } from "../components/Field.tsx";
import { byName } from "../language.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import { EXPLORER_FIGURES } from "./figures.ts";
import { COMPARISONS, monthStart, type Question, SHAPES } from "./question.ts";
import { EXPLORER_WORDS } from "./words.ts";

interface Choice {
  readonly value: string;
  readonly text: string;
}

function Select({
  label,
  value,
  choices,
  choose,
}: {
  label: string;
  value: string;
  choices: readonly Choice[];
  choose: (value: string) => void;
}) {
  return (
    <SelectField label={label} value={value} onChange={(event) => choose(event.target.value)}>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.text}
        </option>
      ))}
    </SelectField>
  );
}

interface Asking {
  readonly question: Question;
  readonly ask: (next: Partial<Question>) => void;
  readonly today: number;
}

function Period({ question, ask, today }: Asking) {
  const words = useRoomWords(EXPLORER_WORDS);
  const thisMonth = monthStart(today);
  const presets = [
    [words.presets.today, today, today],
    [words.presets.yesterday, today - 1, today - 1],
    [words.presets.week, today - 6, today],
    [words.presets.month, thisMonth, today],
    [words.presets.lastMonth, monthStart(thisMonth - 1), thisMonth - 1],
    [words.presets.year, parseDay(`${formatDay(today).slice(0, 4)}-01-01`) ?? today, today],
  ] as const;
  const date = (label: string, value: number, set: (day: number) => void) => (
    <TextField
      label={label}
      type="date"
      value={formatDay(value)}
      required
      onChange={(event) => {
        const day = parseDay(event.target.value);
        if (day !== null) set(day);
      }}
    />
  );
  return (
    <fieldset className="ask__group" aria-label={words.period}>
      {date(words.from, question.from, (from) => ask({ from, to: Math.max(from, question.to) }))}
      {date(words.to, question.to, (to) => ask({ to, from: Math.min(to, question.from) }))}
      <div className="ask__presets">
        {presets.map(([text, from, to]) => (
          <button
            key={text}
            type="button"
            className="chip"
            aria-pressed={question.from === from && question.to === to}
            onClick={() => ask({ from, to })}
          >
            {text}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function Cut({ question, ask }: Asking) {
  const words = useRoomWords(EXPLORER_WORDS);
  const principal = usePrincipal();
  const people = useMay("see-operators", {
    region: question.filter.region ?? principal?.region ?? null,
    office: question.filter.office ?? principal?.office ?? null,
  });
  const [first, second] = question.by;
  const offered = DIMENSIONS.filter(
    (dimension) => dimension !== "operator" || people || question.by.includes(dimension),
  );
  const choices = (except: Dimension | undefined): readonly Choice[] => [
    { value: "", text: words.nothing },
    ...offered.filter((each) => each !== except).map((each) => ({ value: each, text: words.dimension[each] })),
  ];
  const set = (next: readonly (string | undefined)[]) =>
    ask({
      by: DIMENSIONS.filter((each) => next.includes(each)).sort((a, b) => next.indexOf(a) - next.indexOf(b)),
      sort: "",
    });
  return (
    <fieldset className="ask__group" aria-label={words.by}>
      <Select label={words.by} value={first ?? ""} choices={choices(second)} choose={(value) => set([value, second])} />
      {first !== undefined && (
        <Select
          label={words.second}
          value={second ?? ""}
          choices={choices(first)}
          choose={(value) => set([first, value])}
        />
      )}
    </fieldset>
  );
}

function Filters({ question, ask }: Asking) {
  const words = useRoomWords(EXPLORER_WORDS);
  const { language } = useWords();
  const book = useBook();
  const principal = usePrincipal();
  const { filter } = question;
  const set = (name: FilterName, value: string) => {
    const next: Partial<Record<FilterName, string>> = { ...filter };
    delete next[name];
    if (name === "region") delete next.office;
    ask({ filter: value === "" ? next : { ...next, [name]: value } });
  };
  const listed = <T extends { readonly id: string }>(records: readonly T[], names: (of: T) => Choice["text"]) => [
    { value: "", text: words.all },
    ...records.map((of) => ({ value: of.id, text: names(of) })),
  ];
  const region = filter.region ?? principal?.region ?? null;
  const offices = book.offices.filter((office) => region === null || office.region === region);
  return (
    <fieldset className="ask__group" aria-label={words.all}>
      {principal?.region == null && principal?.office == null && (
        <Select
          label={words.dimension.region}
          value={filter.region ?? ""}
          choices={listed(
            byName(language, book.regions, (of) => of.names),
            (of) => of.shortNames[language],
          )}
          choose={(value) => set("region", value)}
        />
      )}
      {principal?.office == null && (
        <Select
          label={words.dimension.office}
          value={filter.office ?? ""}
          choices={listed(
            byName(language, offices, (of) => of.names),
            (of) => of.names[language],
          )}
          choose={(value) => set("office", value)}
        />
      )}
      <Select
        label={words.dimension.service}
        value={filter.service ?? ""}
        choices={listed(
          byName(language, [...book.service.values()], (of) => of.names),
          (of) => of.names[language],
        )}
        choose={(value) => set("service", value)}
      />
      <Select
        label={words.dimension.authority}
        value={filter.authority ?? ""}
        choices={listed(
          byName(language, [...book.authority.values()], (of) => of.names),
          (of) => of.names[language],
        )}
        choose={(value) => set("authority", value)}
      />
      {filter.operator !== undefined && (
        <button type="button" className="chip" aria-pressed onClick={() => set("operator", "")}>
          {words.dimension.operator}: {filter.operator} ✕
        </button>
      )}
    </fieldset>
  );
}

function Figures({ question, ask }: Asking) {
  const words = useRoomWords(EXPLORER_WORDS);
  const { language, format } = useWords();
  const toggle = (id: string) => {
    const chosen = EXPLORER_FIGURES.map((figure) => figure.id as string).filter((each) =>
      each === id ? !question.figures.includes(id) : question.figures.includes(each),
    );
    if (chosen.length > 0) ask({ figures: chosen });
  };
  return (
    <details className="ask__figures">
      <summary className="button">{words.figuresChosen(format.count(question.figures.length))}</summary>
      <fieldset className="ask__list" aria-label={words.figures}>
        {EXPLORER_FIGURES.map(({ id }) => (
          <label key={id}>
            <input type="checkbox" checked={question.figures.includes(id)} onChange={() => toggle(id)} />
            {DICTIONARY[id].names[language]}
          </label>
        ))}
      </fieldset>
    </details>
  );
}

/** The question in words and choices; whatever is chosen stands in the address at once. */
export function QuestionBar({ children, ...asking }: Asking & { children?: ReactNode }) {
  const words = useRoomWords(EXPLORER_WORDS);
  const { question, ask } = asking;
  return (
    <section className="panel ask" aria-label={words.title}>
      <Period {...asking} />
      <Cut {...asking} />
      <Filters {...asking} />
      <fieldset className="ask__group" aria-label={words.shape.label}>
        <Select
          label={words.compare.label}
          value={question.compare}
          choices={COMPARISONS.map((value) => ({ value, text: words.compare[value] }))}
          choose={(value) => ask({ compare: value as Question["compare"] })}
        />
        <Select
          label={words.shape.label}
          value={question.shape}
          choices={SHAPES.map((value) => ({ value, text: words.shape[value] }))}
          choose={(value) => ask({ shape: value as Question["shape"] })}
        />
        <Figures {...asking} />
        {children}
      </fieldset>
    </section>
  );
}
