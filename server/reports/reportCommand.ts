import { createWriteStream, existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import { parseMonth } from "../core/reportMonth.ts";
import { FILE_FORMATS, FILE_LANGUAGES } from "../export/fileFormat.ts";
import { renderReport } from "../export/renderReport.ts";
import { withoutOperators } from "./makeReport.ts";
import type { MonthlyReports } from "./monthlyReports.ts";
import { placeOf } from "./places.ts";
import { fileNameOf } from "./reportAddress.ts";

/** What the command stands on. */
export interface CommandParts {
  readonly reports: MonthlyReports;
  readonly index: ReferenceIndex;
  readonly out: Writable;
  print(line: string): void;
}

export const USAGE = `npm run report -- 2026-10 [--region KZ-71 | --office KZ-71-01] [--format csv|xlsx|pdf|json] [--language kk|ru|en]
                 [--version 1] [--operators] [--out file or folder or -]
  --version    a closed version; 0: what the figures of now say; left out: the latest
  --operators  an office's report with its operators' own figures
  --out        left out: a file in this folder; -: the standard output`;

const OPTIONS = {
  region: { type: "string" },
  office: { type: "string" },
  format: { type: "string", default: "pdf" },
  language: { type: "string", default: "ru" },
  version: { type: "string" },
  operators: { type: "boolean", default: false },
  out: { type: "string", default: "." },
  help: { type: "boolean", default: false },
} as const;

function read(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return (error as Error).message;
  }
}

/**
 * Writes a monthly report as a file, as the page would give it. Returns the exit code: 0 when it is written, 2 when what
 * was asked for is wrong or is not there. @throws RedisAwayError
 */
export async function reportCommand(argv: readonly string[], parts: CommandParts): Promise<number> {
  const { index, print } = parts;
  const wrong = (sentence: string) => {
    print(sentence);
    print(USAGE);
    return 2;
  };
  const parsed = read(argv);
  if (typeof parsed === "string") return wrong(parsed);
  const { values, positionals } = parsed;
  if (values.help) return wrong("");
  const month = parseMonth(positionals[0] ?? "");
  if (month === null || positionals.length !== 1) return wrong("Name one month, such as 2026-10.");
  const { region = null, office = null } = values;
  if (region !== null && office !== null) return wrong("Give --region or --office, not both.");
  if (region !== null && !index.regions.has(region)) return wrong(`The reference data has no region "${region}".`);
  if (office !== null && !index.offices.has(office)) return wrong(`The reference data has no office "${office}".`);
  const format = FILE_FORMATS.find((each) => each === values.format);
  if (format === undefined) return wrong(`--format must be one of ${FILE_FORMATS.join(", ")}.`);
  const language = FILE_LANGUAGES.find((each) => each === values.language);
  if (language === undefined) return wrong(`--language must be one of ${FILE_LANGUAGES.join(", ")}.`);
  const { version = null } = values;
  if (version !== null && !/^\d{1,4}$/.test(version)) return wrong("--version must be a whole number.");
  const found = await parts.reports.report(
    placeOf(index, region, office),
    month,
    version === null ? null : Number(version),
  );
  if (found === null) return wrong(`There is no version ${version} of ${month.id} for this place.`);
  const report = values.operators ? found : withoutOperators(found);
  const bytes = Readable.from(renderReport(report, format, language));
  if (values.out === "-") {
    for await (const piece of bytes) parts.out.write(piece);
    return 0;
  }
  const isFolder = existsSync(values.out) && statSync(values.out).isDirectory();
  const path = isFolder ? join(values.out, fileNameOf(report, format, language)) : values.out;
  await pipeline(bytes, createWriteStream(path));
  print(
    `${path}: ${report.month}, ${report.status}, version ${report.version}, SHA-256 of its tables ${report.checksum}`,
  );
  return 0;
}
