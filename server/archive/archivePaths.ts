import { IMPORTED_FIGURES, MOST_IMPORTED } from "../../shared/importedTotals.ts";
import { PROBLEMS, type ProblemId, problemType } from "../http/problem.ts";

type Part = Record<string, unknown>;

const number: Part = { type: "number" };
const integer: Part = { type: "integer" };
const text: Part = { type: "string" };
const date: Part = { type: "string", format: "date" };
const month: Part = { type: "string", pattern: "^\\d{4}-\\d{2}$" };
const fields = (properties: Readonly<Record<string, Part>>): Part => ({
  type: "object",
  required: Object.keys(properties),
  properties,
});
const list = (items: Part): Part => ({ type: "array", items });
const json = (description: string, schema: Part): Part => ({
  description,
  content: { "application/json": { schema } },
});

function problems(...ids: readonly ProblemId[]): Part {
  return Object.fromEntries(
    ids.map((id) => [`${PROBLEMS[id].status}`, { description: `${PROBLEMS[id].title} (\`${problemType(id)}\`)` }]),
  );
}

const parameter = (name: string, schema: Part, required = false): Part => ({ name, in: "query", required, schema });
const figure = {
  figure: text,
  unit: { enum: ["count", "seconds"] },
  stored: number,
  recounted: number,
  difference: { ...number, description: "Stored less recounted; 0 when they agree." },
};
const reconciliation = fields({
  from: date,
  to: date,
  asOf: { type: "string", format: "date-time" },
  offices: integer,
  figures: list(fields(figure)),
  events: fields({
    read: integer,
    distinct: integer,
    repeated: integer,
    refused: integer,
    promised: integer,
    missing: integer,
  }),
  readFrom: { type: ["string", "null"], format: "date" },
  partial: { type: "boolean", description: "Days of arrival before `readFrom` were left out." },
  holes: list(fields({ office: text, producer: text, missing: integer, seen: text })),
  differing: list(fields({ office: text, ...figure })),
});
const job = fields({
  state: { enum: ["waiting", "running", "done", "failed", "cancelled"] },
  progress: { ...number, minimum: 0, maximum: 1 },
  result: { oneOf: [reconciliation, { type: "null" }] },
  problem: { type: ["string", "null"] },
});
const counts: Part = {
  type: "object",
  additionalProperties: false,
  properties: Object.fromEntries(IMPORTED_FIGURES.map((name) => [name, { type: "integer", minimum: 0 }])),
  description: "What is absent is not known.",
};
const place = { office: text, region: text, month, figures: counts };
/** A month of a place as an old system told it, marked as such. */
export const importedRow: Part = {
  type: "object",
  required: ["month", "figures", "imported", "reproducible", "source", "importedAt"],
  properties: {
    ...place,
    imported: { const: true },
    reproducible: { const: false },
    source: text,
    importedAt: { type: "string", format: "date-time" },
  },
};
const question = [
  parameter("from", date, true),
  parameter("to", date, true),
  parameter("region", text),
  parameter("office", text),
];

/** The description of what the archive answers. */
export const archivePaths: Part = {
  "/api/reconciliation": {
    get: {
      operationId: "getReconciliation",
      summary:
        "A period counted anew from the archived events, beside what is stored: begins it, or tells how it stands",
      parameters: question,
      responses: {
        200: json("It is done, or has failed.", job),
        202: json("It goes on: ask again.", job),
        ...problems("invalid-parameter", "unauthorised", "forbidden", "too-fast"),
      },
    },
    delete: {
      operationId: "cancelReconciliation",
      summary: "Ends a recount, or forgets its result",
      parameters: question,
      responses: {
        204: { description: "It is over." },
        ...problems("invalid-parameter", "unauthorised", "forbidden"),
      },
    },
  },
  "/api/imported-totals": {
    get: {
      operationId: "getImportedTotals",
      summary: "Monthly totals that were taken over from an old system: marked, and apart from what events make",
      parameters: [
        parameter("from", month),
        parameter("to", month),
        parameter("region", text),
        parameter("office", text),
      ],
      responses: {
        200: json("In the order of month and place.", fields({ from: month, to: month, rows: list(importedRow) })),
        ...problems("invalid-parameter", "unauthorised", "forbidden"),
      },
    },
    post: {
      operationId: "importTotals",
      summary: "Takes over monthly totals; the same month of the same place again replaces it",
      requestBody: {
        required: true,
        content: {
          "application/json": {
            schema: fields({
              source: text,
              rows: {
                ...list({ type: "object", required: ["month", "figures"], properties: place }),
                maxItems: MOST_IMPORTED,
              },
            }),
          },
        },
      },
      responses: {
        200: json("They are kept.", fields({ kept: integer })),
        ...problems("unreadable-body", "unauthorised", "forbidden"),
      },
    },
  },
};
