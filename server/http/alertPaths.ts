import { MOST_MINUTES } from "../../shared/alertRules.ts";
import { ALERT_CAUSES, ALERT_KINDS, MOST_WORDS } from "../../shared/alerts.ts";
import { problemAnswers } from "./problemAnswers.ts";

type Part = Record<string, unknown>;

const text: Part = { type: "string" };
const words: Part = { type: "string", maxLength: MOST_WORDS };
const moment: Part = { type: "string", format: "date-time" };
const date: Part = { type: "string", format: "date" };
const kind: Part = { enum: ALERT_KINDS };
const object = { "application/json": { schema: { type: "object" } } };
const inQuery = (name: string, schema: Part, description: string): Part => ({ name, in: "query", schema, description });
const inPath = (name: string): Part => ({ name, in: "path", required: true, schema: text });
const closed = (properties: Part, required: readonly string[]): Part => ({
  type: "object",
  additionalProperties: false,
  properties,
  required,
});

const place = [
  inQuery("region", text, "of this region; without region and office: the country"),
  inQuery("office", text, "of this office; not together with `region`"),
];
const period = [inQuery("from", date, "first date of the country"), inQuery("to", date, "last date, included")];
const said: Part = {
  cause: { enum: ALERT_CAUSES },
  words,
  action: words,
  from: { ...moment, description: "now when it is left out" },
  until: moment,
};
const setting = closed(
  {
    on: { type: "boolean" },
    raise: {
      type: "number",
      description: "in the scale of the kind: minutes, times the norm, people a desk, a share, a number",
    },
    clear: { type: "number", description: "below `raise`" },
    minutes: { type: "integer", minimum: 0, maximum: MOST_MINUTES },
  },
  ["on", "raise", "clear", "minutes"],
);

const usual = problemAnswers("invalid-parameter", "unauthorised", "forbidden", "redis-away", "internal");

function reading(operationId: string, summary: string, parameters: readonly Part[], description: string): Part {
  const responses = { 200: { description, content: object }, ...usual };
  return { operationId, summary, security: [{ readToken: [] }, {}], parameters, responses };
}

function deed(
  operationId: string,
  summary: string,
  status: number,
  schema: Part | null,
  parameters: readonly Part[] = [],
): Part {
  return {
    operationId,
    summary,
    security: [],
    parameters,
    ...(schema === null ? {} : { requestBody: { required: true, content: { "application/json": { schema } } } }),
    responses: {
      [status]: { description: "Done.", ...(status === 204 ? {} : { content: object }) },
      ...usual,
      ...problemAnswers("not-found"),
    },
  };
}

const signed =
  "Messages are posted as JSON with `Idempotency-Key`, `Centre-Event`, `Centre-Timestamp` (Unix seconds) and `Centre-Signature`: `v1=` and the HMAC-SHA256 in hex over `timestamp.body` with the secret. Any 2xx takes a message; else it is sent again for a day under the same key.";

/** The paths of alerts, explanations, thresholds and webhooks. */
export const alertPaths: Part = {
  "/api/alerts": {
    get: reading(
      "listAlerts",
      "Alerts: those that stand first, then the latest",
      [
        ...place,
        inQuery("open", { enum: ["true", "false"] }, "only those that stand, or only those that are over"),
        inQuery("kind", kind, "only of this kind"),
        ...period,
        inQuery("limit", { type: "integer", minimum: 1, maximum: 5000, default: 500 }, "how many at most"),
      ],
      "Each with its value now, its threshold and its explanation; a week of those that are over when no period is given, 100 days at most.",
    ),
  },
  "/api/alerts/{id}/explanation": {
    post: deed("explainAlert", "Say why, what is done and until when", 201, closed(said, ["cause", "until"]), [
      inPath("id"),
    ]),
  },
  "/api/explanations": {
    get: reading(
      "listExplanations",
      "What was said of a place in a period",
      [...place, ...period],
      "Without a period: what holds now or later.",
    ),
    post: deed(
      "explainAhead",
      "Say in advance why something will go wrong",
      201,
      closed({ ...said, region: text, office: text, kind }, ["cause", "until"]),
    ),
  },
  "/api/explanations/{id}": {
    put: deed(
      "changeExplanation",
      "Say it otherwise; what was said stays in it",
      200,
      closed(said, ["cause", "until"]),
      [inPath("id")],
    ),
    delete: deed("withdrawExplanation", "Take it back; it stays in the history", 200, null, [inPath("id")]),
  },
  "/api/alert-rules": {
    get: reading(
      "getAlertRules",
      "The thresholds as they hold at a place, and their changes",
      place,
      "With where each was set.",
    ),
    put: deed(
      "setAlertRule",
      "Set a threshold of a place; null takes the place's own one back",
      200,
      closed({ region: text, office: text, kind, setting: { oneOf: [setting, { type: "null" }] } }, [
        "kind",
        "setting",
      ]),
    ),
  },
  "/api/webhooks": {
    get: {
      ...reading("getWebhook", "The webhook of a region or the country, and its messages", place.slice(0, 1), signed),
    },
    put: deed(
      "setWebhook",
      "Set the webhook; the answer tells a secret that was made once",
      200,
      closed(
        {
          region: text,
          url: { type: "string", format: "uri" },
          secret: { type: "string", minLength: 16 },
          on: { type: "boolean" },
        },
        ["url"],
      ),
    ),
    delete: deed("removeWebhook", "Remove the webhook", 204, null, place.slice(0, 1)),
  },
  "/api/webhooks/test": {
    post: deed("testWebhook", "Send a message that says nothing", 202, closed({ region: text }, [])),
  },
  "/api/webhooks/again": {
    post: deed(
      "resendWebhook",
      "Send a message again that was given up",
      202,
      closed({ region: text, id: text }, ["id"]),
    ),
  },
};
