import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report, ReportTable } from "../../shared/report.ts";
import { findProgram } from "../boot/findProgram.mjs";
import { MONTH_OFFICES, monthOf } from "../testing/monthOfEvents.ts";
import { startTestRedis, type TestRedis } from "../testing/redis.ts";
import { startWholeCentre, type WholeCentre } from "../testing/wholeCentre.ts";

const MONTH = "2026-09";
const LANGUAGES = ["kk", "ru", "en"] as const;

let redis: TestRedis;
let centre: WholeCentre;
let folder: string;
let events = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "report-files-"));
  redis = await startTestRedis();
  centre = await startWholeCentre(redis.url);
  for (const office of MONTH_OFFICES) {
    const told = monthOf(office, MONTH, 12).events;
    events += told.length;
    await centre.post(told);
  }
  const deadline = Date.now() + 30_000;
  for (;;) {
    const report = await centre.json<Report>(`/api/reports/monthly/${MONTH}.json`);
    if (report.events?.received === events) break;
    if (Date.now() > deadline) throw new Error("the events did not come");
    await new Promise((done) => setTimeout(done, 50));
  }
  const closed = await centre.ask(`/api/reports/monthly/${MONTH}/close`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Cookie: await centre.signIn("coordinator") },
    body: "{}",
  });
  expect(closed.status).toBe(201);
});
afterAll(async () => {
  await centre?.stop();
  await redis?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function file(format: string, language: string, query = ""): Promise<string> {
  const response = await centre.ask(`/api/reports/monthly/${MONTH}.${format}?language=${language}${query}`);
  expect(response.status).toBe(200);
  const path = join(folder, `${language}${query.replaceAll(/\W/g, "")}.${format}`);
  writeFileSync(path, Buffer.from(await response.arrayBuffer()));
  return path;
}

/** Records of a CSV as RFC 4180 has it. */
function records(text: string): string[][] {
  const found: string[][] = [[]];
  let field = "";
  let quoted = false;
  const plain = text.replace(/^\uFEFF/, "");
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at] as string;
    if (quoted) {
      if (sign === '"' && plain[at + 1] === '"') {
        field += sign;
        at += 1;
      } else if (sign === '"') quoted = false;
      else field += sign;
    } else if (sign === '"') quoted = true;
    else if (sign === "," || sign === ";" || sign === "\n") {
      found.at(-1)?.push(field.replace(/\r$/, ""));
      field = "";
      if (sign === "\n") found.push([]);
    } else field += sign;
  }
  return found.filter((record) => record.length > 1);
}

/** Cells of figures of a table, as numbers. */
function figures({ columns, rows }: ReportTable): number[][] {
  return rows.map((row) =>
    columns.flatMap(({ kind }, at) =>
      kind === "text" || kind === "date" || kind === "moment" ? [] : [Number(row[at] ?? Number.NaN)],
    ),
  );
}

describe("the files of a report", () => {
  test("the CSV holds every cell of every table, in each language", async () => {
    const report = await centre.json<Report>(`/api/reports/monthly/${MONTH}.json`);
    for (const language of LANGUAGES) {
      const [head = [], ...rest] = records(readFileSync(await file("csv", language), "utf8"));
      const of = (id: string) =>
        rest.filter((record) => record[head.indexOf("table")] === id && record[head.indexOf("row")] === "fact");
      for (const table of report.tables) {
        const written = of(table.id);
        expect(written.length, table.id).toBe(table.rows.length);
        table.rows.forEach((row, at) => {
          table.columns.forEach(({ field, kind }, column) => {
            const cell = row[column] ?? null;
            if (kind === "text") return;
            const text = written[at]?.[head.indexOf(field)];
            expect(text, `${table.id} ${at} ${field}`).toBe(cell === null ? "" : String(cell));
          });
        });
      }
    }
  });

  test.skipIf(findProgram(["soffice"]) === null)(
    "LibreOffice reads the figures of the XLSX as they are, in each language",
    async () => {
      const report = await centre.json<Report>(`/api/reports/monthly/${MONTH}.json?office=KZ-71-01`);
      for (const language of LANGUAGES) {
        const path = await file("xlsx", language, "&office=KZ-71-01");
        const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
        const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
        execFileSync("soffice", [profile, "--headless", "--convert-to", filter, "--outdir", folder, path], {
          stdio: "pipe",
          timeout: 120_000,
        });
        const sheets = execFileSync("sh", ["-c", `ls -1 ${folder}/*.csv`], { encoding: "utf8" })
          .trim()
          .split("\n");
        const all = sheets.filter((name) => statSync(name).size > 0).map((name) => records(readFileSync(name, "utf8")));
        for (const table of report.tables.filter(({ id }) =>
          ["volumes", "rates", "times", "dayApplications"].includes(id),
        ))
          for (const row of figures(table)) {
            const wanted = row.filter((value) => !Number.isNaN(value)).map((value) => Math.round(value * 1e6) / 1e6);
            const there = all.some((sheet) =>
              sheet.some((record) => {
                const numbers = record
                  .filter((text) => text !== "" && Number.isFinite(Number(text)))
                  .map((text) => Math.round(Number(text) * 1e6) / 1e6);
                return wanted.every((value) => numbers.includes(value));
              }),
            );
            expect(there, `${language} ${table.id} ${wanted}`).toBe(true);
          }
      }
    },
    240_000,
  );

  test.skipIf(findProgram(["pdftotext"]) === null)(
    "the PDF names the month, its status and every table, in each language",
    async () => {
      const report = await centre.json<Report>(`/api/reports/monthly/${MONTH}.json?office=KZ-71-01`);
      for (const language of LANGUAGES) {
        const path = await file("pdf", language, "&office=KZ-71-01");
        const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).replaceAll(/\s+/g, " ");
        const accepted = report.tables.find(({ id }) => id === "volumes")?.rows.find(([id]) => id === "accepted")?.[1];
        expect(text).toContain(`${accepted}`);
        expect(text).toContain(report.checksum.slice(0, 16));
        for (const { id, titles } of report.tables)
          expect(text.toLowerCase(), `${language} ${id}`).toContain(titles[language].toLowerCase().slice(0, 24));
      }
    },
  );
});
