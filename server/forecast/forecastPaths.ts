import { problemAnswers } from "../http/problemAnswers.ts";

type Part = Record<string, unknown>;

const number: Part = { type: "number" };
const maybe = (type: string): Part => ({ type: [type, "null"] });
const fields = (properties: Readonly<Record<string, Part>>, nullable = false): Part => ({
  type: nullable ? ["object", "null"] : "object",
  required: Object.keys(properties),
  properties,
});
const band = fields({ expected: number, low: number, high: number });
const quarter: Part = { type: "array", items: number, minItems: 4, maxItems: 4 };
const count = fields(
  {
    soFar: maybe("integer"),
    rest: band,
    total: band,
    quarters: { type: "array", items: quarter, description: "Quarter 0–95 of the local day, expected, low, high." },
  },
  true,
);
const coping = fields(
  {
    waiting: number,
    coming: band,
    capacity: { type: "integer", description: "Tickets that the desks can serve until closing." },
    desks: number,
    secondsPerTicket: number,
    verdict: { enum: ["enough", "tight", "short"] },
    moreDesks: number,
  },
  true,
);
const wait = fields({
  queue: { type: "string" },
  ahead: number,
  low: { ...maybe("number"), description: "Seconds; eight of ten waits lie between low and high." },
  expected: maybe("number"),
  high: maybe("number"),
  error: fields({ n: number, days: number, medianAbsolute: number, coverage: number }, true),
});
const forecast = fields({
  office: { type: "string" },
  day: { type: "string", format: "date" },
  asOf: { type: "string", format: "date-time" },
  toldUntil: maybe("string"),
  closes: maybe("string"),
  weekdays: number,
  none: { enum: ["closed", "too-little-history", null] },
  tickets: count,
  accepted: count,
  ticketsError: fields({ n: number, days: number, coverage: number, medianShare: number }, true),
  coping,
  waits: { type: "array", items: wait },
});

/** The description of `/api/forecast`. */
export const forecastPaths: Readonly<Record<string, Part>> = {
  "/api/forecast": {
    get: {
      operationId: "getForecast",
      summary: "The rest of an office's day, predicted waits, and how far such predictions were off",
      security: [{ readToken: [] }, {}],
      parameters: [{ name: "office", in: "query", required: true, schema: { type: "string" } }],
      responses: {
        200: { description: "The forecast of now.", content: { "application/json": { schema: forecast } } },
        ...problemAnswers("invalid-parameter", "unauthorised", "forbidden", "redis-away"),
      },
    },
  },
};
