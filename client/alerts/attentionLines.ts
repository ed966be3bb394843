import { DICTIONARY, type FigureId } from "../../shared/dictionary.ts";
import type { Scope, Verdict, WireRow } from "../../shared/wire.ts";
import type { Format } from "../format.ts";
import type { Language } from "../language.ts";
import type { Catalogue } from "../locales/catalogue.ts";
import { figure, numberOf, wordOf } from "../store/figures.ts";
import { measureOf, writeMeasure } from "../store/measures.ts";
import type { Book } from "../store/reference.ts";
import type { Entry } from "../store/rows.ts";
import { writeValue } from "./alertValue.ts";
import { type LiveAlert, valueNow } from "./liveAlert.ts";
import type { AlertWords } from "./words.ts";

/** One line of what asks for attention: at a place, since when, and what the manager says of it. */
export interface AttentionLine {
  readonly key: string;
  readonly unit: string;
  readonly turn: string;
  readonly since: number | null;
  readonly shape: string;
  readonly tone: "worse" | "better" | "sun" | "usual";
  readonly text: string;
  readonly note: string | null;
}

/** Everything that a line is written with. */
export interface Writing {
  readonly now: number;
  readonly zone: string;
  readonly words: Catalogue;
  readonly said: AlertWords;
  readonly format: Format;
  readonly language: Language;
}

/** In which turn the kinds come, so that none hides the others, and what is explained neither. */
const TURNS = [
  "longest-wait",
  "explained",
  "unusual",
  "silent",
  "queue-growth",
  "left",
  "overdue",
  "occupancy",
  "missing",
] as const;
const turnOf = (kind: string): string => (kind === "missing-events" ? "missing" : kind);

/** The line of an alert that stands. */
export function alertLine(alert: LiveAlert, writing: Writing): AttentionLine {
  const { said, format, now, zone } = writing;
  const value = valueNow(alert, now);
  const written = writeValue(format, alert.kind, value);
  const explained = alert.cause !== null && alert.until !== null;
  return {
    key: alert.id,
    unit: alert.office,
    turn: explained ? "explained" : turnOf(alert.kind),
    since: alert.growing ?? alert.since,
    shape: explained ? "◇" : alert.kind === "silent" || alert.kind === "missing-events" ? "┄" : "◆",
    tone: explained ? "usual" : "sun",
    text: value === null ? said.kinds[alert.kind] : said.says[alert.kind](written, Math.round(value)),
    note:
      alert.cause === null || alert.until === null
        ? null
        : `${said.causes[alert.cause]} · ${said.until(format.clock(alert.until, zone))}`,
  };
}

function isFigure(id: string | null): id is FigureId {
  return id !== null && id in DICTIONARY;
}

/** A name inside a line: its capital goes, unless the word is written in capitals. */
const within = (name: string): string => name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

function unusualText(row: WireRow, { words, format, language }: Writing): string {
  const id = wordOf("attention", row, "measure");
  const name = isFigure(id) ? DICTIONARY[id].names[language] : (id ?? "");
  const written = writeMeasure(format, measureOf(id ?? "").unit, numberOf("attention", row, "value"));
  return words.attention.unusual(
    within(name),
    written.unit === "" ? written.figure : `${written.figure}\u00a0${written.unit}`,
  );
}

/** The line of something that is noticed and is no alert. */
export function noticedLine({ id, row }: Entry, verdict: Verdict | null, writing: Writing): AttentionLine {
  const { words, format, now } = writing;
  const kind = wordOf("attention", row, "kind") ?? "unusual";
  const value = numberOf("attention", row, "value");
  const since = numberOf("attention", row, "since");
  const line = { key: id, unit: wordOf("attention", row, "unit") ?? "", turn: kind, since, note: null };
  switch (kind) {
    case "silent": {
      const text = value === null ? words.attention.silent : words.tiles.silentOffices(value, format.count(value));
      return { ...line, shape: "┄", tone: "sun", text };
    }
    case "longest-wait": {
      const seconds = since === null ? value : Math.max(0, now - since) / 1000;
      return { ...line, shape: "◆", tone: "sun", text: words.attention.longestWait(format.duration(seconds)) };
    }
    case "missing":
      return { ...line, shape: "┄", tone: "usual", text: words.attention.missing(value ?? 0, format.count(value)) };
    default: {
      const better = verdict !== null && verdict !== measureOf(wordOf("attention", row, "measure") ?? "").worse;
      return { ...line, shape: better ? "●" : "◆", tone: better ? "better" : "worse", text: unusualText(row, writing) };
    }
  }
}

/** What is noticed and not told by an alert already; in the country silent offices are one line a region. */
export function notTold(
  scope: Scope,
  noticed: readonly Entry[],
  alerts: readonly LiveAlert[],
  regions: readonly Entry[],
  book: Book,
): readonly Entry[] {
  const told = new Set(alerts.map(({ office, kind }) => `${turnOf(kind)}/${office}`));
  const rest = noticed.filter(
    ({ row }) => !told.has(`${wordOf("attention", row, "kind")}/${wordOf("attention", row, "unit")}`),
  );
  if (scope !== "country") return rest;
  const silent = rest.filter(({ row }) => wordOf("attention", row, "kind") === "silent");
  const first = new Map<string, number>();
  for (const { row } of silent) {
    const region = book.office.get(wordOf("attention", row, "unit") ?? "")?.region;
    const since = numberOf("attention", row, "since");
    if (region !== undefined && since !== null) first.set(region, Math.min(since, first.get(region) ?? since));
  }
  const byRegion = regions.flatMap(({ id, row }): Entry[] => {
    const explained = alerts.filter(({ office, kind }) => kind === "silent" && book.office.get(office)?.region === id);
    const count = (figure(row, "officesSilent") ?? 0) - explained.length;
    if (count <= 0) return [];
    const since = first.get(id) ?? figure(row, "oldestEvent");
    return [{ id: `silent/${id}`, row: ["silent", id, null, count, since] }];
  });
  return [...rest.filter((entry) => !silent.includes(entry)), ...byRegion];
}

/** One line of each kind in turn, within a kind the longest standing first: nothing is ranked against anything. */
export function inTurn(lines: readonly AttentionLine[]): readonly AttentionLine[] {
  const kinds = TURNS.map((turn) =>
    lines.filter((line) => line.turn === turn).sort((a, b) => (a.since ?? 0) - (b.since ?? 0)),
  );
  const longest = Math.max(0, ...kinds.map((kind) => kind.length));
  return Array.from({ length: longest }, (_, at) => kinds.flatMap((kind) => kind[at] ?? [])).flat();
}

/** How high a line stands, and one with what the manager says of it, in parts of a line. */
const HEIGHT = { plain: 1, said: 1.6 };

/** The lines that there is room for, in their order; one that does not fit gives its place to the next that does. */
export function fitting(lines: readonly AttentionLine[], room: number): readonly AttentionLine[] {
  let used = 0;
  return lines.filter(({ note }) => {
    const height = note === null ? HEIGHT.plain : HEIGHT.said;
    if (used + height > room) return false;
    used += height;
    return true;
  });
}
