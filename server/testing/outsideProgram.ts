import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProgram } from "../boot/findProgram.mjs";
import { PROGRAMS } from "../boot/provideProgram.mjs";

/** CSV in UTF-8 of every sheet, values as they are stored and not as they are shown. */
const ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
const TIME_MS = 110_000;

function run(program: keyof typeof PROGRAMS, args: readonly string[]): string {
  const found = findProgram(PROGRAMS[program].names);
  if (found === null) throw new Error(`No ${PROGRAMS[program].title} on the PATH: npm test installs it`);
  const { status, stdout, stderr, error } = spawnSync(found, args, { encoding: "utf8", timeout: TIME_MS });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${found} ended with ${status}: ${stderr}`);
  return stdout;
}

/** The sheets of a workbook as LibreOffice reads them: CSV texts in the order of the sheets' names. */
export function sheetsByLibreOffice(workbook: Uint8Array): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "workbook-"));
  try {
    writeFileSync(join(folder, "book.xlsx"), workbook);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    run("spreadsheet", [
      profile,
      "--headless",
      "--convert-to",
      ALL_SHEETS,
      "--outdir",
      folder,
      join(folder, "book.xlsx"),
    ]);
    const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));
    return new Map(
      files.map((name) => [name.slice("book-".length, -".csv".length), readFileSync(join(folder, name), "utf8")]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The pages of a PDF as text, laid out as on paper, by poppler. */
export function pagesByPoppler(pdf: Uint8Array): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "pdf-"));
  try {
    writeFileSync(join(folder, "report.pdf"), pdf);
    const text = run("pdfText", ["-layout", "-enc", "UTF-8", join(folder, "report.pdf"), "-"]);
    return text.split("\f").slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
