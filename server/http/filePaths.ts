import { DIMENSIONS, FILTERS } from "../../shared/statistics.ts";
import { CONTENT_TYPES, FILE_LANGUAGES, type FileFormat } from "../export/fileFormat.ts";
import { problemAnswers } from "./problemAnswers.ts";

type Part = Record<string, unknown>;

function query(name: string, description: string, schema: Part, required = false): Part {
  return { name, in: "query", required, description, schema };
}
const words = (items: Part, maxItems?: number): Part => ({
  schema: { type: "array", items, uniqueItems: true, ...(maxItems === undefined ? {} : { maxItems }) },
  style: "form",
  explode: false,
});

const text: Part = { type: "string" };
const date: Part = { type: "string", format: "date" };
const period = [query("from", "first date", date, true), query("to", "last date", date, true)];
const language = query("language", "of names, headings and notes; without it the one that the reader asks for first", {
  enum: FILE_LANGUAGES,
});
const question = [
  ...period,
  { ...query("by", "one or two, with a comma; nothing gives one total row", {}), ...words({ enum: DIMENSIONS }, 2) },
  ...FILTERS.map((name) => query(name, `only this ${name}`, text)),
  { ...query("figures", "only these figures, with commas; without it all", {}), ...words(text) },
  query("imported", "1: beside the rows what an old system told of the whole months, marked and never added to them", {
    enum: ["1", "0"],
  }),
  language,
];
const ofCases = [
  ...period,
  query("office", "of this office; without a place your own", text),
  query("region", "of this region; not together with `office`", text),
  language,
];

function file(operationId: string, summary: string, format: FileFormat, parameters: readonly Part[]): Part {
  const [type = ""] = CONTENT_TYPES[format].split(";");
  const schema = format === "json" ? { $ref: "#/components/schemas/Statistics" } : { type: "string" };
  return {
    get: {
      operationId,
      summary,
      security: [{ readToken: [] }, {}],
      parameters,
      responses: {
        200: { description: "The file, written while it is read.", content: { [type]: { schema } } },
        ...problemAnswers("invalid-parameter", "unauthorised", "forbidden", "redis-away", "internal"),
      },
    },
  };
}

/** Files that leave the centre: figures as they can be asked for, and single applications and tickets. */
export const filePaths: Part = {
  "/api/statistics.csv": file("getStatisticsCsv", "Figures of a period as CSV", "csv", question),
  "/api/statistics.xlsx": file("getStatisticsXlsx", "Figures of a period as a workbook", "xlsx", question),
  "/api/statistics.json": file("getStatisticsJson", "Figures of a period as a JSON file", "json", question),
  "/api/statistics-dictionary.csv": file("getStatisticsDictionary", "What the columns mean", "csv", question),
  "/api/exports/applications.csv": file("getApplicationsCsv", "Applications, a record each", "csv", ofCases),
  "/api/exports/tickets.csv": file("getTicketsCsv", "Tickets, a record each", "csv", ofCases),
};
