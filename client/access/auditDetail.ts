import type { AlertSetting } from "../../shared/alertRules.ts";
import { parseDay } from "../../shared/time.ts";
import { writeShort } from "../alerts/ruleFigures.ts";
import { RULE_WORDS } from "../alerts/ruleWords.ts";
import { WEBHOOK_WORDS } from "../alerts/webhookWords.ts";
import { ALERT_WORDS } from "../alerts/words.ts";
import { shortName } from "../components/places.ts";
import { TARGET_WORDS } from "../floor/targetWords.ts";
import { FLOOR_WORDS } from "../floor/words.ts";
import type { Format } from "../format.ts";
import type { Language } from "../language.ts";
import type { Book } from "../store/reference.ts";
import { AUDIT_WORDS } from "./auditWords.ts";
import { WORDS } from "./words.ts";

/** With what the detail of an entry is written. */
export interface Telling {
  readonly language: Language;
  readonly format: Format;
  readonly zone: string;
  readonly book: Book;
}

/** A word of a record by a name that came from the log; the name itself when there is no word for it. */
function wordOf(words: Readonly<Record<string, unknown>>, name: string): string {
  const word = words[name];
  return typeof word === "string" ? word : name;
}

function dateOf(text: string, { format }: Telling): string {
  const day = parseDay(text);
  return day === null ? text : format.date(day);
}

/** `ticket:2026-11-23/A-041` or `act:1795412700000` in words. */
function timingOf(subject: string, { language, format, zone }: Telling): string {
  const words = FLOOR_WORDS[language];
  return subject.startsWith("ticket:")
    ? words.timingOf(subject.slice(Math.max(subject.lastIndexOf("/"), subject.indexOf(":")) + 1))
    : words.markAt(format.clock(Number(subject.slice("act:".length)), zone));
}

function settingOf(text: string): AlertSetting | null {
  return JSON.parse(text) as AlertSetting | null;
}

type Teller = (parts: readonly string[], telling: Telling) => string;

/** The shapes in which details are taken down, each with the way it is told. */
const SHAPES: readonly (readonly [RegExp, Teller])[] = [
  [
    /^dispute (\S+) (\S+): (\S+)$/,
    ([day = "", subject = "", answer = ""], telling) =>
      `${dateOf(day, telling)} · ${timingOf(subject, telling)} · ${wordOf(AUDIT_WORDS[telling.language].answers, answer)}`,
  ],
  [
    /^(\d{4}-\d\d-\d\d) ((?:ticket|act):\S+): (\S+)$/,
    ([day = "", subject = "", reason = ""], telling) =>
      `${dateOf(day, telling)} · ${timingOf(subject, telling)} · ${wordOf(FLOOR_WORDS[telling.language].reasons, reason)}`,
  ],
  [
    /^alert rule (\S+) of (\S+): (null|\{.*\}) -> (null|\{.*\})$/,
    ([kind = "", place = "", before = "null", after = "null"], { language, format, book }) => {
      const rules = RULE_WORDS[language];
      const known = kind as keyof (typeof ALERT_WORDS)[Language]["kinds"];
      return rules.changed(
        wordOf(ALERT_WORDS[language].kinds, kind),
        place === "country" ? rules.country : shortName(book, place, language),
        writeShort(format, rules, known, settingOf(before)),
        writeShort(format, rules, known, settingOf(after)),
      );
    },
  ],
  [
    /^(documents-a-day|early-leave) of (\S+) from (\S+): (\S+) → (\S+)$/,
    ([kind = "", role = "", from = "", before = "", after = ""], telling) => {
      const amount = (text: string) => (text === "none" ? "—" : text);
      const words = TARGET_WORDS[telling.language];
      return `${wordOf(words.kinds, kind)} (${wordOf(WORDS[telling.language].role, role)}, ${dateOf(from, telling)}): ${amount(before)} → ${amount(after)}`;
    },
  ],
  [
    /^webhook of \S+(?: removed|: (\S+) -> (\S+))(?: \(off\))?$/,
    ([, after = "—"], { language }) => `${WEBHOOK_WORDS[language].title}: ${after}`,
  ],
  [
    /^(\d{4}-\d\d) version (\d+)(?:: (.*))?$/s,
    ([month = "", version = "", reason = ""], telling) =>
      [monthOf(month, telling), AUDIT_WORDS[telling.language].version(version), reason].filter(Boolean).join(" · "),
  ],
  [
    /^(\S+): taken back$/,
    ([about = ""], telling) =>
      [kindOf(about, telling), AUDIT_WORDS[telling.language].takenBack].filter(Boolean).join(" · "),
  ],
  [
    /^([\w-]+(?:~[\w-]+)*): ([a-z-]+)(?: -> ([a-z-]+))?$/,
    ([about = "", before = "", after], telling) => {
      const { causes } = ALERT_WORDS[telling.language];
      const cause =
        after === undefined || after === before
          ? wordOf(causes, before)
          : `${wordOf(causes, before)} → ${wordOf(causes, after)}`;
      return [kindOf(about, telling), cause].filter(Boolean).join(" · ");
    },
  ],
  [
    /^(\S+) \(([a-z-]+)\)$/,
    ([account = "", role = ""], { language }) => `${account} · ${wordOf(WORDS[language].role, role)}`,
  ],
  [
    /^\/api\/reports\/monthly\/(\d{4}-\d\d)(?:\.(\w+))?/,
    ([month = "", file = ""], telling) =>
      [AUDIT_WORDS[telling.language].views["/api/reports"], monthOf(month, telling), file.toUpperCase()]
        .filter(Boolean)
        .join(" · "),
  ],
  [
    /^\/api\/exports\/(\w+)\.csv (\S+) – (\S+)$/,
    ([of = "", from = "", to = ""], telling) =>
      `${wordOf(AUDIT_WORDS[telling.language].files, of)} · ${dateOf(from, telling)} – ${dateOf(to, telling)}`,
  ],
  [
    /^\/api\/statistics\.(\w+)/,
    ([file = ""], { language }) => `${AUDIT_WORDS[language].views["/api/statistics"]} · ${file.toUpperCase()}`,
  ],
];

function monthOf(month: string, { format }: Telling): string {
  const day = parseDay(`${month}-01`);
  return day === null ? month : format.monthOfYear(day);
}

/** What an explanation is about: the kind of its alert, when it is of one. */
function kindOf(about: string, { language }: Telling): string {
  const kind = about.split("~")[1];
  return kind === undefined ? "" : wordOf(ALERT_WORDS[language].kinds, kind);
}

/**
 * What a deed was about, in words: kinds, causes, months and places by their names, a path of the interface as the view
 * that asked it. What has no such shape, a name or an address, stands as it was taken down.
 */
export function tellDetail(what: string, telling: Telling): string {
  for (const [shape, tell] of SHAPES) {
    const found = shape.exec(what);
    if (found !== null) return tell(found.slice(1), telling);
  }
  const view = Object.entries(AUDIT_WORDS[telling.language].views).find(
    ([path]) => what === path || what.startsWith(`${path}/`) || what.startsWith(`${path}?`),
  );
  return view?.[1] ?? what;
}
