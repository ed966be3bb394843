import { FILE_FORMATS, FILE_LANGUAGES } from "../export/fileFormat.ts";
import { problemAnswers } from "./problemAnswers.ts";

type Part = Record<string, unknown>;

const id: Part = { type: "string", pattern: "^[A-Za-z0-9._/-]{1,64}$" };
const inQuery = (name: string, schema: Part, description: string): Part => ({ name, in: "query", schema, description });
const place = [
  inQuery("region", id, "of this region; without region and office: the country"),
  inQuery("office", id, "of this office; not together with `region`"),
];
const month: Part = {
  name: "month",
  in: "path",
  required: true,
  schema: { type: "string", pattern: "^\\d{4}-\\d{2}$" },
};
const version = (name: string, description: string) => inQuery(name, { type: "integer", minimum: 0 }, description);
const object = { "application/json": { schema: { type: "object" } } };

const usual = problemAnswers("invalid-parameter", "unauthorised", "forbidden", "redis-away", "internal");

function reading(operationId: string, summary: string, parameters: readonly Part[], description: string): Part {
  const responses = { 200: { description, content: object }, ...usual, ...problemAnswers("not-found") };
  return { get: { operationId, summary, security: [{ readToken: [] }, {}], parameters, responses } };
}

function closing(operationId: string, summary: string, schema: Part): Part {
  return {
    post: {
      operationId,
      summary,
      security: [],
      parameters: [month],
      requestBody: { required: true, content: { "application/json": { schema } } },
      responses: {
        201: { description: "The version that was made; it never changes.", content: object },
        ...usual,
        ...problemAnswers("not-now"),
      },
    },
  };
}

/** The paths of the monthly reports. */
export const reportPaths: Part = {
  "/api/reports/months": reading(
    "getReportMonths",
    "The months of a year with their status and closed versions",
    [...place, inQuery("year", { type: "integer" }, "nothing: the running one")],
    "Months that have figures or versions, the latest first, and a closing that is under way.",
  ),
  "/api/reports/closing": reading(
    "getReportClosing",
    "How far the closing of a month is",
    [],
    "The month, how much is done and of how much; null when none is being closed.",
  ),
  "/api/reports/monthly/{month}.{format}": {
    get: {
      operationId: "getMonthlyReport",
      summary: "The monthly statistics of a place as a file",
      description:
        "A closed version gives the same bytes for ever. `{month}-dictionary.csv` says what the columns of the CSV mean. The JSON is the report itself; the table of single operators is in it for those alone who may see them.",
      security: [{ readToken: [] }, {}],
      parameters: [
        month,
        { name: "format", in: "path", required: true, schema: { enum: FILE_FORMATS } },
        ...place,
        inQuery("language", { enum: FILE_LANGUAGES, default: "ru" }, "of titles, names and definitions"),
        version("version", "a closed version; 0: the figures of now; nothing: the latest"),
      ],
      responses: {
        200: {
          description: "The file; `X-Report-Status`, `X-Report-Version` and `X-Report-Checksum` say what it is.",
          content: {
            "application/json": {},
            "text/csv": {},
            "application/pdf": {},
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {},
          },
        },
        ...usual,
        ...problemAnswers("not-found"),
      },
    },
  },
  "/api/reports/monthly/{month}/changes": reading(
    "getReportChanges",
    "What differs between two versions of a month",
    [month, ...place, version("from", "the earlier version"), version("to", "the later one; 0: the figures of now")],
    "Every figure of every office that differs, and the events that came between, by office.",
  ),
  "/api/reports/monthly/{month}/readiness": reading(
    "getReportReadiness",
    "What a month lacks before it is closed",
    [month],
    "Offices of which nothing came, and holes in the sequence numbers.",
  ),
  "/api/reports/monthly/{month}/close": closing("closeMonth", "Closes a month that is over", {
    type: "object",
    additionalProperties: false,
  }),
  "/api/reports/monthly/{month}/revise": closing("reviseMonth", "Makes the next version of a closed month", {
    type: "object",
    additionalProperties: false,
    required: ["reason"],
    properties: { reason: { type: "string", minLength: 3, maxLength: 500 } },
  }),
};
