import { DISPUTE_ANSWERS, DISPUTE_REASONS, TARGET_KINDS, TARGET_ROLES } from "../../shared/floor.ts";
import { problemAnswers } from "./problemAnswers.ts";

type Part = Record<string, unknown>;

const id: Part = { type: "string", pattern: "^[A-Za-z0-9._/-]{1,64}$" };
const date: Part = { type: "string", format: "date" };
const note: Part = { type: "string", maxLength: 200, description: "Nothing about people; no long numbers." };

function query(name: string, schema: Part, required = true): Part {
  return { name, in: "query", required, schema };
}
const office = query("office", id);
const operator = query("operator", id);
const saying: Part = { name: "id", in: "path", required: true, schema: { type: "string" } };

function operation(operationId: string, summary: string, parameters: readonly Part[], answer: string): Part {
  const content = { "application/json": { schema: { type: "object" } } };
  return {
    operationId,
    summary,
    security: [{ readToken: [] }, {}],
    parameters,
    responses: {
      200: { description: answer, content },
      ...problemAnswers("invalid-parameter", "unauthorised", "forbidden", "redis-away", "internal"),
    },
  };
}

/** A change: by somebody who is signed in, never by a token. */
function deed(operationId: string, summary: string, parameters: readonly Part[], body: Part | null = null): Part {
  const { responses, ...rest } = operation(operationId, summary, parameters, "");
  const { 200: _, ...refused } = responses as Record<string, Part>;
  const made = parameters.includes(saying) ? 200 : 201;
  const requestBody = {
    required: true,
    content: { "application/json": { schema: { additionalProperties: false, ...body } } },
  };
  return {
    ...rest,
    responses: { [made]: { description: "Its `id`, or what was set." }, ...refused },
    security: [{}],
    ...(body === null ? {} : { requestBody }),
  };
}

const target: Part = {
  type: "object",
  required: ["kind", "role", "amount", "from"],
  properties: {
    kind: { enum: TARGET_KINDS },
    role: { enum: TARGET_ROLES },
    amount: { type: ["integer", "null"], minimum: 1, maximum: 500, description: "Null: no target from then on." },
    from: date,
  },
};
const dispute: Part = {
  type: "object",
  required: ["day", "subject", "reason"],
  properties: {
    day: date,
    subject: { type: "string", description: "`ticket:<ticket>` or `act:<epoch ms>`" },
    reason: { enum: DISPUTE_REASONS },
    note,
  },
};
const answer: Part = { type: "object", required: ["answer"], properties: { answer: { enum: DISPUTE_ANSWERS }, note } };

/** The addresses of the floor, the operator's day, targets, disputes and calls for help. */
export const floorPaths: Readonly<Record<string, Part>> = {
  "/api/floor": {
    get: operation(
      "getFloor",
      "An office's desks beside the live view: targets, demand, calls for help, open disputes",
      [office],
      "By operator; free time in seconds, split by whether anybody waited.",
    ),
  },
  "/api/my-day": {
    get: operation(
      "getMyDay",
      "One operator's day: figures, the team's median, tickets, what came back, themes, disputes",
      [office, operator, query("date", date, false)],
      "The day; what is no longer kept is null.",
    ),
  },
  "/api/targets": {
    get: operation("listTargets", "The history of an office's targets", [office], "The records, the earliest first."),
    post: deed("setTarget", "A target that holds from a date on", [office], target),
  },
  "/api/disputes": { post: deed("dispute", "A timing of one's own is wrong", [office, operator], dispute) },
  "/api/disputes/{id}/withdraw": { post: deed("withdrawDispute", "Take a dispute back", [saying, office, operator]) },
  "/api/disputes/{id}/answer": { post: deed("answerDispute", "The supervisor's answer", [saying, office], answer) },
  "/api/help": { post: deed("callHelp", "Call the supervisor", [office, operator]) },
  "/api/help/{id}/withdraw": { post: deed("withdrawCall", "Help is no longer needed", [saying, office, operator]) },
  "/api/help/{id}/answer": { post: deed("answerCall", "Somebody comes", [saying, office]) },
};
