import { memo, useMemo } from "react";
import { Link } from "wouter";
import { DICTIONARY, type FigureId } from "../../shared/dictionary.ts";
import type { Scope, Verdict, WireRow } from "../../shared/wire.ts";
import type { Format } from "../format.ts";
import type { Language } from "../language.ts";
import type { Catalogue } from "../locales/catalogue.ts";
import { useWords } from "../settings.ts";
import { figure, numberOf, wordOf } from "../store/figures.ts";
import { useNow, useRows, useThrottled } from "../store/hooks.ts";
import { measureOf, writeMeasure } from "../store/measures.ts";
import { type Book, useBook } from "../store/reference.ts";
import type { Entry } from "../store/rows.ts";
import { Empty } from "./Message.tsx";
import { Panel } from "./Panel.tsx";
import { placeHref, placeName } from "./places.ts";
import { useDayOf } from "./ViewKpis.tsx";

/** How many lines there is room for. */
const SHOWN = 5;

interface Said {
  readonly shape: string;
  readonly tone: "worse" | "better" | "sun" | "usual";
  readonly text: string;
}

function isFigure(id: string | null): id is FigureId {
  return id !== null && id in DICTIONARY;
}

function verdictOf(compared: readonly Entry[], measure: string, unit: string): Verdict | null {
  const said = wordOf("compare", compared.find(({ id }) => id === `${measure}/${unit}`)?.row, "verdict");
  return said === "higher" || said === "lower" ? said : null;
}

function say(
  row: WireRow,
  verdict: Verdict | null,
  now: number,
  words: Catalogue,
  format: Format,
  language: Language,
): Said {
  const value = numberOf("attention", row, "value");
  const since = numberOf("attention", row, "since");
  switch (wordOf("attention", row, "kind")) {
    case "silent":
      return {
        shape: "┄",
        tone: "sun",
        text: value === null ? words.attention.silent : words.tiles.silentOffices(value, format.count(value)),
      };
    case "longest-wait": {
      const seconds = since === null ? value : Math.max(0, now - since) / 1000;
      return { shape: "◆", tone: "sun", text: words.attention.longestWait(format.duration(seconds)) };
    }
    case "missing":
      return { shape: "┄", tone: "usual", text: words.attention.missing(value ?? 0, format.count(value)) };
    default: {
      const id = wordOf("attention", row, "measure");
      const name = isFigure(id) ? DICTIONARY[id].names[language] : (id ?? "");
      const written = writeMeasure(format, measureOf(id ?? "").unit, value);
      const better = verdict !== null && verdict !== measureOf(id ?? "").worse;
      return {
        shape: better ? "●" : "◆",
        tone: better ? "better" : "worse",
        text: words.attention.unusual(
          name,
          written.unit === "" ? written.figure : `${written.figure}\u00a0${written.unit}`,
        ),
      };
    }
  }
}

const Line = memo(
  function Line({ href, place, since, said }: { href: string; place: string; since: string; said: Said }) {
    return (
      <li className="attention__line" data-tone={said.tone}>
        <span className="attention__shape" aria-hidden="true">
          {said.shape}
        </span>
        <Link href={href} className="attention__place">
          {place}
        </Link>
        <span className="attention__text">{said.text}</span>
        <span className="attention__since">{since}</span>
      </li>
    );
  },
  (a, b) =>
    a.href === b.href &&
    a.place === b.place &&
    a.since === b.since &&
    a.said.text === b.said.text &&
    a.said.shape === b.said.shape,
);

const KINDS = ["longest-wait", "unusual", "silent", "missing"];

const isNotSilent = ({ row }: Entry): boolean => wordOf("attention", row, "kind") !== "silent";

/** Silent offices of the country, one line a region: since when the first of them, and how many there are. */
function silentRegions(entries: readonly Entry[], regions: readonly Entry[], book: Book): readonly Entry[] {
  const since = new Map<string, number>();
  for (const { row } of entries.filter((entry) => !isNotSilent(entry))) {
    const region = book.office.get(wordOf("attention", row, "unit") ?? "")?.region;
    const from = numberOf("attention", row, "since");
    if (region !== undefined && from !== null) since.set(region, Math.min(from, since.get(region) ?? from));
  }
  return regions.flatMap(({ id, row }) => {
    const count = figure(row, "officesSilent") ?? 0;
    if (count === 0) return [];
    return [{ id: `silent/${id}`, row: ["silent", id, null, count, since.get(id) ?? figure(row, "oldestEvent")] }];
  });
}

/** One of each kind in turn, within a kind the longest standing first, so that no kind hides the others. */
function inTurn(entries: readonly Entry[]): readonly Entry[] {
  const kinds = KINDS.map((kind) =>
    entries
      .filter(({ row }) => wordOf("attention", row, "kind") === kind)
      .sort((a, b) => (numberOf("attention", a.row, "since") ?? 0) - (numberOf("attention", b.row, "since") ?? 0)),
  );
  const longest = Math.max(0, ...kinds.map((kind) => kind.length));
  return Array.from({ length: longest }, (_, at) => kinds.flatMap((kind) => kind[at] ?? [])).flat();
}

/** What somebody should look at now, one of each kind in turn. */
export function AttentionPanel({ scope }: { scope: Scope }) {
  const { words, format, language } = useWords();
  const entries = useThrottled(useRows(scope, "attention"), 1000);
  const compared = useThrottled(useRows(scope, "compare"), 1000);
  const book = useBook();
  const { zone } = useDayOf(scope);
  const now = useNow(15_000) ?? 0;
  const regions = useThrottled(useRows(scope, "region"), 1000);
  const ordered = useMemo(
    () =>
      inTurn(
        scope === "country" ? [...entries.filter(isNotSilent), ...silentRegions(entries, regions, book)] : entries,
      ),
    [entries, regions, scope, book],
  );
  return (
    <Panel
      className="panel--attention"
      title={words.attention.title}
      {...(ordered.length > SHOWN ? { aside: words.attention.more(format.count(ordered.length - SHOWN)) } : {})}
    >
      {ordered.length === 0 ? (
        <Empty>{words.attention.none}</Empty>
      ) : (
        <ul className="attention">
          {ordered.slice(0, SHOWN).map(({ id, row }) => {
            const unit = wordOf("attention", row, "unit") ?? "";
            const since = numberOf("attention", row, "since");
            return (
              <Line
                key={id}
                href={placeHref(book, unit)}
                place={placeName(book, unit, language)}
                since={since === null ? "" : format.clock(since, zone)}
                said={say(
                  row,
                  verdictOf(compared, wordOf("attention", row, "measure") ?? "", unit),
                  now,
                  words,
                  format,
                  language,
                )}
              />
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
