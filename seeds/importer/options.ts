import { parseArgs } from "node:util";
import { ImportError } from "./sourceRecord.ts";

/** Where the events go: nowhere, through the door, or into the streams of a Redis. */
export type Destination =
  | { readonly kind: "check" }
  | { readonly kind: "http"; readonly url: string; readonly token: string }
  | { readonly kind: "redis"; readonly place: string };

export interface ImportOptions {
  readonly file: string;
  readonly mapping: string;
  readonly destination: Destination;
  /** The file to which every refusal is written, null for none. */
  readonly refused: string | null;
}

export const USAGE = `npm run import -- <file> --map <mapping> [--check] [--url <address>] [--token <token>] [--refused <file>]

Replays history from a CSV or XES file. The same file again changes nothing.

  <file>            the CSV (first line: the columns) or XES
  --map <mapping>   a JSON file, or the name of a mapping in seeds/mappings, such as receipt
  --check           only read and check, send nothing
  --url <address>   the centre; http://127.0.0.1:3000 unless given
  --token <token>   a token that may post for every office of the file; better in INGEST_TOKEN
  --refused <file>  write every refusal with its line and reason to this file

With REDIS_URL set and no --url, events go into the streams of that Redis instead.
`;

const DEFAULT_URL = "http://127.0.0.1:3000";
const OPTIONS = {
  map: { type: "string" },
  url: { type: "string" },
  token: { type: "string" },
  refused: { type: "string" },
  check: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new ImportError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function destinationOf(
  given: { readonly check?: boolean; readonly url?: string; readonly token?: string },
  env: Readonly<Record<string, string | undefined>>,
): Destination {
  if (given.check) return { kind: "check" };
  const place = env.REDIS_URL?.trim();
  if (place && given.url === undefined) return { kind: "redis", place };
  const url = given.url ?? DEFAULT_URL;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new ImportError(`--url: "${url}" is no address; give one such as ${DEFAULT_URL}.`);
  const token = (given.token ?? env.INGEST_TOKEN ?? "").trim();
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new ImportError(
      "A token is needed: give one that may post for the offices of the file, by INGEST_TOKEN or --token.",
    );
  return { kind: "http", url, token };
}

/**
 * The options of the command line; null when only help is asked for.
 * @throws ImportError with the sentence that helps
 */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ImportOptions | null {
  const { values, positionals } = parsed(args);
  if (values.help) return null;
  const [file, ...more] = positionals;
  if (file === undefined) throw new ImportError(`Name the file to import.\n\n${USAGE}`);
  if (more.length > 0) throw new ImportError(`Name one file at a time, not also "${more[0]}".\n\n${USAGE}`);
  if (values.map === undefined) throw new ImportError(`Name the mapping with --map.\n\n${USAGE}`);
  return { file, mapping: values.map, destination: destinationOf(values, env), refused: values.refused ?? null };
}
