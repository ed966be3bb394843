import { Router } from "express";
import { DIMENSIONS, FILTERS } from "../../shared/statistics.ts";
import { archivePaths } from "../archive/archivePaths.ts";
import { flowPaths } from "../flow/flowPaths.ts";
import { forecastPaths } from "../forecast/forecastPaths.ts";
import { REFUSAL_REASONS } from "../ingest/decode.ts";
import { MOST_BYTES, MOST_EVENTS } from "../ingest/door.ts";
import { accessPaths } from "./accessPaths.ts";
import { alertPaths } from "./alertPaths.ts";
import { answerComponents } from "./answerSchemas.ts";
import { eventComponents } from "./eventSchemas.ts";
import { filePaths } from "./filePaths.ts";
import { floorPaths } from "./floorPaths.ts";
import { onlyMethods } from "./problem.ts";
import { problemAnswers } from "./problemAnswers.ts";
import { reportPaths } from "./reportPaths.ts";

type Part = Record<string, unknown>;

const ref = (name: string): Part => ({ $ref: `#/components/schemas/${name}` });
const json = (name: string): Part => ({ content: { "application/json": { schema: ref(name) } } });
const answer = (description: string, name: string): Part => ({ description, ...json(name) });

const reading = problemAnswers(
  "invalid-parameter",
  "unauthorised",
  "forbidden",
  "foreign-page",
  "redis-away",
  "internal",
);

function parameter(name: string, description: string, schema: Part, required = false): Part {
  return { name, in: "query", required, description, schema };
}

const text: Part = { type: "string" };
const date: Part = { type: "string", format: "date" };
const forReading = [{ readToken: [] }, {}];

const events: Part = {
  post: {
    operationId: "postEvents",
    summary: "Send one event, or an array of events",
    description: `At most ${MOST_EVENTS} events and ${MOST_BYTES} bytes once unpacked; gzip is taken. 202 is answered only when every accepted event is stored; an event that arrives again changes nothing, so sending again is always safe.`,
    security: [{ ingestToken: [] }],
    requestBody: {
      required: true,
      content: {
        "application/cloudevents+json": { schema: ref("Event") },
        "application/cloudevents-batch+json": { schema: { type: "array", items: ref("Event"), maxItems: MOST_EVENTS } },
        "application/json": {
          schema: { oneOf: [ref("Event"), { type: "array", items: ref("Event"), maxItems: MOST_EVENTS }] },
        },
      },
    },
    responses: {
      202: answer("Every accepted event is stored; the others are listed with the remedy.", "Receipt"),
      ...problemAnswers(
        "unreadable-body",
        "unauthorised",
        "other-office",
        "too-large",
        "unsupported-content",
        "too-fast",
        "redis-away",
        "internal",
      ),
    },
  },
};

const statistics: Part = {
  get: {
    operationId: "getStatistics",
    summary: "Figures of a period",
    description:
      "Dates are local to each office, and both are included. A period has at most 400 days, by month 3,660.",
    security: forReading,
    parameters: [
      parameter("from", "first date", date, true),
      parameter("to", "last date", date, true),
      {
        ...parameter("by", "one or two, with a comma; nothing gives one total row", {
          type: "array",
          items: { enum: DIMENSIONS },
          maxItems: 2,
          uniqueItems: true,
        }),
        style: "form",
        explode: false,
      },
      ...FILTERS.map((name) => parameter(name, `only this ${name}`, text)),
      parameter("imported", "1: beside the rows what an old system told of the whole months, never added to them", {
        enum: ["0", "1"],
      }),
    ],
    responses: { 200: answer("The figures, with what they rest on.", "Statistics"), ...reading },
  },
};

const usual: Part = {
  get: {
    operationId: "getUsual",
    summary: "What is usual on such a day",
    security: forReading,
    parameters: [
      parameter("region", "of this region", text),
      parameter("office", "of this office; not together with `region`", text),
      parameter("day", "the day to compare; nothing: the running one", date),
    ],
    responses: {
      200: answer("The band of the same weekday in the weeks before, by quarter of an hour.", "UsualDay"),
      ...reading,
    },
  },
};

const application: Part = {
  get: {
    operationId: "getApplication",
    summary: "Where an application stands",
    security: forReading,
    parameters: ["office", "application"].map((name) => ({ name, in: "path", required: true, schema: text })),
    responses: {
      200: answer("Its status, place, deadline and steps.", "Application"),
      ...reading,
      ...problemAnswers("not-found"),
    },
  },
};

const deadLetters: Part = {
  get: {
    operationId: "listDeadLetters",
    summary: "Stream entries that were not taken",
    security: [{ readToken: [] }, { ingestToken: [] }, {}],
    parameters: [
      parameter("office", "only of this office", text),
      parameter("reason", "only for this reason", { enum: REFUSAL_REASONS }),
      parameter("after", "the `next` of the page before", text),
      parameter("limit", "entries of one page", { type: "integer", minimum: 1, maximum: 500, default: 100 }),
    ],
    responses: { 200: answer("One page, the oldest first.", "DeadLetters"), ...reading },
  },
};

const replay: Part = {
  post: {
    operationId: "replayDeadLetters",
    summary: "Send dead letters through the check again",
    security: [{ ingestToken: [] }, {}],
    requestBody: { required: true, ...json("Replay") },
    responses: {
      200: answer("How many went back into the stream, were refused again, or are no longer there.", "Replayed"),
      ...reading,
      ...problemAnswers("unreadable-body", "too-large", "unsupported-content"),
    },
  },
};

function plain(operationId: string, summary: string, responses: Part, security: readonly Part[] = []): Part {
  return { get: { operationId, summary, security, responses } };
}

/** The OpenAPI 3.1 description of everything that can be asked over HTTP. */
export function describeApi(): Part {
  const token = (description: string): Part => ({ type: "http", scheme: "bearer", description });
  return {
    openapi: "3.1.0",
    info: {
      title: "Situational Centre",
      version: "1.0.0",
      description:
        "Events of the one stop shops in, exact figures out. Every figure is a function of the set of distinct events and of the clock. All problems are application/problem+json with a stable type.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths: {
      "/api/events": events,
      "/api/statistics": statistics,
      "/api/usual": usual,
      "/api/applications/{office}/{application}": application,
      "/api/reference": plain("getReference", "The reference data as loaded", {
        200: answer("Regions, offices, services, authorities.", "Reference"),
        304: { description: "The reader has it already (If-None-Match)." },
      }),
      "/api/dead-letters": deadLetters,
      "/api/dead-letters/replay": replay,
      ...accessPaths,
      ...alertPaths,
      ...floorPaths,
      ...flowPaths,
      ...filePaths,
      ...forecastPaths,
      ...reportPaths,
      ...archivePaths,
      "/api/openapi.json": plain("getDescription", "This description", {
        200: { description: "OpenAPI 3.1", content: { "application/json": { schema: { type: "object" } } } },
      }),
      "/healthz": plain("getHealth", "Does the process live?", {
        200: { description: "It does.", content: { "application/json": { schema: { type: "object" } } } },
      }),
      "/readyz": plain("getReadiness", "Can it do its work?", {
        200: answer("It can.", "Readiness"),
        ...problemAnswers("not-ready"),
      }),
      "/metrics": plain(
        "getMetrics",
        "Figures about the centre itself, for Prometheus",
        {
          200: { description: "Prometheus text", content: { "text/plain": { schema: text } } },
          ...problemAnswers("unauthorised", "forbidden", "foreign-page"),
        },
        forReading,
      ),
    },
    components: {
      securitySchemes: {
        ingestToken: token("The token of an office, or the one for every office."),
        readToken: token("The token for reading. The centre's own pages read by the place they are opened at."),
      },
      schemas: { ...eventComponents(), ...answerComponents },
    },
  };
}

/** `GET /`: the description of the interface. */
export function openApiRouter(): Router {
  const body = JSON.stringify(describeApi());
  const router = Router();
  router
    .route("/")
    .get((_request, response) => {
      response.set("Cache-Control", "no-cache").type("application/json").send(body);
    })
    .all(onlyMethods("GET"));
  return router;
}
