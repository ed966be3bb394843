import { BUCKETS, HOLDERS, OUTAGE_HOLDERS, STAGES } from "../../shared/stock.ts";
import type { ProblemId } from "../http/problem.ts";
import { problemAnswers } from "../http/problemAnswers.ts";

type Part = Record<string, unknown>;

const integer: Part = { type: "integer" };
const text: Part = { type: "string" };
const moment: Part = { type: "string", format: "date-time" };
const maybe = (type: string): Part => ({ type: [type, "null"] });
const list = (items: Part): Part => ({ type: "array", items });
const fields = (properties: Readonly<Record<string, Part>>): Part => ({
  type: "object",
  required: Object.keys(properties),
  properties,
});
const each = (names: readonly string[], part: Part): Part =>
  fields(Object.fromEntries(names.map((name) => [name, part])));

const COUNT = {
  n: integer,
  overdue: integer,
  today: integer,
  soon: integer,
  ageP50: { ...maybe("integer"), description: "Working days since acceptance; null: there are none." },
  ageOldest: maybe("integer"),
};
const days = { ...each(HOLDERS, integer), description: "Working days by whose they are." };
const outage = {
  ...each(OUTAGE_HOLDERS, integer),
  description: "Of the days after the deadline those of an outage of the office, as its managers explained.",
};
const ledger = fields({ applications: integer, delayed: days, outage, used: days });
const stages = each(STAGES, fields(COUNT));
const stock = fields({
  region: maybe("string"),
  office: maybe("string"),
  asOf: moment,
  coverage: { $ref: "#/components/schemas/Coverage" },
  running: fields(COUNT),
  stages,
  bands: list(fields({ from: integer, to: maybe("integer"), frontOffice: integer, authority: integer })),
  authorities: list(fields({ authority: text, running: fields(COUNT), stages, ledger })),
  ledger,
  places: list(fields({ id: text, ...COUNT })),
});
const items = fields({
  asOf: moment,
  total: integer,
  items: list(
    fields({
      office: text,
      application: text,
      service: text,
      authority: text,
      stage: { enum: STAGES },
      accepted: moment,
      since: moment,
      age: integer,
      deadline: maybe("string"),
      bucket: { enum: BUCKETS },
      late: integer,
      used: days,
    }),
  ),
  next: { ...maybe("string"), description: "The `after` of the next page, null at the end." },
});
const track = fields({
  status: { enum: ["under-review", "returned", "ready", "declined", "issued", "withdrawn", null] },
  deadline: maybe("string"),
  asOf: moment,
});

function reads(operationId: string, summary: string, schema: Part, names: readonly string[], isOpen = false): Part {
  const also: readonly ProblemId[] = isOpen ? ["too-fast"] : ["unauthorised", "forbidden"];
  return {
    get: {
      operationId,
      summary,
      security: isOpen ? [] : [{ readToken: [] }, {}],
      parameters: names.map((name) => ({ name, in: "query", required: isOpen, schema: text })),
      responses: {
        200: { description: summary, content: { "application/json": { schema } } },
        ...problemAnswers("invalid-parameter", ...also, "redis-away"),
      },
    },
  };
}

/** The addresses of what is in hand, for the description of the interface. */
export const flowPaths: Part = {
  "/api/stock": reads("getStock", "What is in hand, by authority, stage and age", stock, ["region", "office"]),
  "/api/stock/list": reads("listStock", "Applications in hand, the nearest deadline first", items, [
    "region",
    "office",
    "authority",
    "stage",
    "bucket",
    "limit",
    "after",
  ]),
  "/api/track": reads(
    "track",
    "How far one application is, for whoever has its number",
    track,
    ["office", "application"],
    true,
  ),
};
