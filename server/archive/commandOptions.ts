import { parseArgs } from "node:util";
import { type Day, parseDay } from "../../shared/time.ts";

/** What is wrong with a command line, in a sentence. */
export class ArchiveCommandError extends Error {
  override readonly name = "ArchiveCommandError";
}

export const USAGE = `npm run archive -- <command>

The archive of events in DATA_DIR/archive: one file a partition and day of arrival (UTC), gzip NDJSON.

  list                                       what is archived
  verify                                     reads every file: checksums, counts, order, sequence numbers
  replay --from <day> --to <day>             prints the events that arrived on these days, as NDJSON
         [--office <id>] [--into <redis>]    of one office; into the streams of a store instead (again changes nothing)
  rebuild --into <redis>                     makes an empty store out of the archive and the running streams
  recount <month>                            counts a month (2026-10), or --from <day> --to <day>, anew from the
         [--office <id>] [--region <id>]     events, and shows each figure beside the stored one
  adopt                                      from now on the archive of every partition belongs to this folder

Settings: DATA_DIR, REDIS_URL, REFERENCE, as of the centre itself.
`;

const OPTIONS = {
  from: { type: "string" },
  to: { type: "string" },
  office: { type: "string" },
  region: { type: "string" },
  into: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

export interface ArchiveOptions {
  readonly command: string;
  readonly month: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly office: string | null;
  readonly region: string | null;
  readonly into: string | null;
}

function day(name: string, text: string | undefined): Day | null {
  if (text === undefined) return null;
  const found = parseDay(text);
  if (found === null) throw new ArchiveCommandError(`--${name}: "${text}" is no day; write it as 2026-11-23.`);
  return found;
}

/** First and last day of a month such as `2026-10`. @throws ArchiveCommandError */
export function monthDays(month: string): { readonly from: Day; readonly to: Day } {
  const from = /^\d{4}-\d\d$/.test(month) ? parseDay(`${month}-01`) : null;
  if (from === null) throw new ArchiveCommandError(`"${month}" is no month; write it as 2026-10.`);
  const [year, number] = month.split("-").map(Number) as [number, number];
  const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, "0")}-01`;
  return { from, to: (parseDay(next) as Day) - 1 };
}

/** The options of the command line; null when help is asked for. @throws ArchiveCommandError */
export function readArchiveOptions(args: readonly string[]): ArchiveOptions | null {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new ArchiveCommandError(`${(error as Error).message}\n\n${USAGE}`);
  }
  const { values, positionals } = parsed;
  const [command, month, ...more] = positionals;
  if (values.help || command === undefined) return null;
  if (more.length > 0) throw new ArchiveCommandError(`"${more[0]}" is one word too many.\n\n${USAGE}`);
  const from = day("from", values.from);
  const to = day("to", values.to);
  if (from !== null && to !== null && from > to)
    throw new ArchiveCommandError("--from lies behind --to; exchange them.");
  return {
    ...{ command, month: month ?? null, from, to },
    ...{ office: values.office ?? null, region: values.region ?? null, into: values.into ?? null },
  };
}
