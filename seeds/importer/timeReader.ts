import { DAY_MS, momentAt, zoneOffset } from "../../shared/time.ts";

/** A moment as the file tells it: epoch ms, and the offset (ms) of the clock that told it. */
export interface ReadTime {
  readonly at: number;
  readonly offset: number;
  /** Only a date was told; `at` is its 00:00. */
  readonly dateOnly: boolean;
}

/** The moment of a text, or what is wrong with the text. */
export type TimeReader = (text: string) => ReadTime | string;

interface Clock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
  /** Minutes east of UTC, null when the text names none. */
  readonly offset: number | null;
  readonly dateOnly: boolean;
}

/** Formats that are no patterns: ISO 8601 and RFC 3339 (blank or T, any fraction, offset or none), and counts since 1970. */
export const NAMED_FORMATS = ["iso", "epoch-seconds", "epoch-ms"] as const;

/** The end of the year 9999, the last that RFC 3339 can write. */
const LAST_MOMENT = Date.UTC(10_000, 0, 1) - 1;
const OFFSET = "Z|z|[+-]\\d{2}(?::?\\d{2})?";
const TOKENS: Readonly<Record<string, string>> = {
  yyyy: "(?<year>\\d{4})",
  yy: "(?<short>\\d{2})",
  MM: "(?<month>\\d{2})",
  M: "(?<month>\\d{1,2})",
  dd: "(?<day>\\d{2})",
  d: "(?<day>\\d{1,2})",
  HH: "(?<hour>\\d{2})",
  H: "(?<hour>\\d{1,2})",
  hh: "(?<half>\\d{2})",
  h: "(?<half>\\d{1,2})",
  a: "(?<noon>[AaPp][Mm])",
  mm: "(?<minute>\\d{2})",
  ss: "(?<second>\\d{2})",
  S: "(?<fraction>\\d{1,9})",
  XXX: `(?<offset>${OFFSET})`,
};
const TOKEN = /'([^']*)'|yyyy|yy|MM?|dd?|HH?|hh?|mm|ss|S+|XXX|a|[A-Za-z]+|[^A-Za-z']/g;
const ISO = new RegExp(
  "^(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?:[Tt ](?<hour>\\d{2}):(?<minute>\\d{2})" +
    `(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?)? ?(?<offset>${OFFSET})?$`,
);

/** The expression of a pattern such as `dd.MM.yyyy HH:mm:ss`; null when it is none. */
export function compilePattern(pattern: string): RegExp | null {
  let source = "";
  const used = new Set<string>();
  for (const [token, literal] of pattern.matchAll(TOKEN)) {
    const known = TOKENS[/^S+$/.test(token) ? "S" : token];
    if (known !== undefined) {
      const name = /<(\w+)>/.exec(known)?.[1] ?? "";
      if (used.has(name)) return null;
      used.add(name);
      source += known;
    } else if (/^[A-Za-z]/.test(token)) return null;
    else source += (literal ?? token).replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
  }
  const dated = (used.has("year") || used.has("short")) && used.has("month") && used.has("day");
  return dated && used.has("half") === used.has("noon") ? new RegExp(`^${source}$`) : null;
}

function offsetMinutes(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text === "Z" || text === "z") return 0;
  const digits = text.slice(1).replace(":", "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0);
  return text.startsWith("-") ? -minutes : minutes;
}

function clockOf(groups: Readonly<Record<string, string | undefined>>): Clock | null {
  const { short, half, noon, fraction = "", offset } = groups;
  const number = (name: string) => Number(groups[name] ?? 0);
  const afternoon = noon?.toLowerCase() === "pm" ? 12 : 0;
  const clock = {
    year: short === undefined ? number("year") : 2000 + Number(short),
    month: number("month"),
    day: number("day"),
    hour: half === undefined ? number("hour") : (Number(half) % 12) + afternoon,
    minute: number("minute"),
    second: number("second"),
    ms: Number(`${fraction}000`.slice(0, 3)),
    offset: offsetMinutes(offset),
    dateOnly: groups.hour === undefined && half === undefined,
  };
  const date = new Date(Date.UTC(clock.year, clock.month - 1, clock.day));
  const told = date.getUTCFullYear() === clock.year && date.getUTCMonth() === clock.month - 1;
  const real = told && date.getUTCDate() === clock.day;
  return real && clock.hour <= 23 && clock.minute <= 59 && clock.second <= 59 ? clock : null;
}

function momentOf(clock: Clock, zone: string | null): ReadTime | string {
  const { year, month, day, hour, minute, second, ms, offset, dateOnly } = clock;
  const date = Date.UTC(year, month - 1, day);
  const ofDay = hour * 60 + minute;
  const rest = second * 1_000 + ms;
  if (offset !== null) return { at: date + (ofDay - offset) * 60_000 + rest, offset: offset * 60_000, dateOnly };
  if (zone === null)
    return 'names no offset, and the mapping names no zone; set "zone" in the mapping\'s "times", such as Asia/Almaty';
  const at = momentAt(date / DAY_MS, ofDay, zone) + rest;
  return { at, offset: zoneOffset(zone, at), dateOnly };
}

function counted(format: string, text: string, zone: string | null): ReadTime | null {
  if (!/^-?\d{1,15}(\.\d+)?$/.test(text)) return null;
  const at = Math.floor(Number(text) * (format === "epoch-ms" ? 1 : 1_000));
  if (Math.abs(at) > LAST_MOMENT) return null;
  return { at, offset: zone === null ? 0 : zoneOffset(zone, at), dateOnly: false };
}

/**
 * A reader of times in any of the formats, the first that fits; times without an offset stand on the clocks of `zone`
 * (IANA), of a repeated hour the earlier moment. Fractions are cut to the millisecond.
 */
export function timeReader(formats: readonly string[], zone: string | null): TimeReader {
  const compiled = formats.map((format) => ({ format, pattern: format === "iso" ? ISO : compilePattern(format) }));
  const wrong = `is no date and time of the form ${formats.map((format) => `"${format}"`).join(" or ")}; correct it, or add its form to "times.formats" of the mapping`;
  return (text) => {
    for (const { format, pattern } of compiled) {
      if (format.startsWith("epoch-")) {
        const time = counted(format, text, zone);
        if (time !== null) return time;
        continue;
      }
      const groups = pattern?.exec(text)?.groups;
      const clock = groups === undefined ? null : clockOf(groups);
      if (clock !== null) return momentOf(clock, zone);
    }
    return wrong;
  };
}

/** A moment in RFC 3339 with the offset (ms) of the clock that told it, to the millisecond. */
export function formatInstant(at: number, offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  if (offset === 0 || !Number.isInteger(minutes)) return new Date(at).toISOString();
  const two = (value: number) => String(value).padStart(2, "0");
  const sign = offset < 0 ? "-" : "+";
  return `${new Date(at + offset).toISOString().slice(0, -1)}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
