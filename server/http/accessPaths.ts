import { ACCOUNT_ROLES } from "../../shared/accessAnswers.ts";
import type { ProblemId } from "./problem.ts";
import { problemAnswers } from "./problemAnswers.ts";

type Part = Record<string, unknown>;

const text: Part = { type: "string" };
const id: Part = { name: "id", in: "path", required: true, schema: text };
const query = (name: string, description: string, schema: Part = text): Part => ({
  name,
  in: "query",
  required: false,
  description,
  schema,
});

const usual: readonly ProblemId[] = ["unauthorised", "forbidden", "foreign-page", "redis-away", "internal"];
const object = (properties: Part, required: readonly string[]): Part => ({
  type: "object",
  additionalProperties: false,
  properties,
  required,
});

function operation(
  operationId: string,
  summary: string,
  status: number,
  more: { readonly parameters?: readonly Part[]; readonly body?: Part; readonly also?: readonly ProblemId[] } = {},
): Part {
  const content = { "application/json": { schema: { type: "object" } } };
  return {
    operationId,
    summary,
    security: [{}],
    ...(more.parameters === undefined ? {} : { parameters: more.parameters }),
    ...(more.body === undefined
      ? {}
      : { requestBody: { required: true, content: { "application/json": { schema: more.body } } } }),
    responses: {
      [status]: { description: summary, ...(status === 204 || status === 303 ? {} : { content }) },
      ...problemAnswers(...usual, ...(more.also ?? [])),
    },
  };
}

const place = { region: text, office: text };
const page = [query("before", "the `next` of the page before"), query("limit", "1 to 200", { type: "integer" })];
const act = (operationId: string, summary: string): Part => ({
  post: operation(operationId, summary, 200, { parameters: [id], also: ["not-found"] }),
});

/** Signing in, accounts, screens and the log, as the description of the interface tells them. */
export const accessPaths: Readonly<Record<string, Part>> = {
  "/api/me": { get: operation("getMe", "Who asks, as the centre knows them", 200) },
  "/api/session": {
    get: operation("getSignInWays", "The ways to sign in", 200),
    post: operation("signIn", "Signs in; the answer sets the session's cookie", 200, {
      body: object({ account: text, password: text }, ["account", "password"]),
      also: ["invalid-parameter", "wrong-credentials", "too-fast"],
    }),
    delete: operation("signOut", "Signs out", 204),
  },
  "/api/session/organisation": {
    get: operation("signInThroughOrganisation", "Leads to the organisation's sign-in (OpenID Connect)", 303, {
      parameters: [query("back", "the page to come back to")],
      also: ["not-found"],
    }),
  },
  "/api/password": {
    post: operation("changePassword", "Changes the own password; all other sessions of the account end", 204, {
      body: object({ before: text, after: text }, ["before", "after"]),
      also: ["invalid-parameter", "too-fast"],
    }),
  },
  "/api/accounts": {
    get: operation("getAccounts", "The accounts that one keeps", 200),
    post: operation("makeAccount", "Makes an account; its one-time password is told this once", 201, {
      body: object({ account: text, name: text, role: { enum: ACCOUNT_ROLES }, ...place, operator: text }, [
        "account",
        "name",
        "role",
      ]),
      also: ["invalid-parameter", "taken"],
    }),
  },
  "/api/accounts/{id}/disable": act("disableAccount", "Closes an account, at once and everywhere"),
  "/api/accounts/{id}/enable": act("enableAccount", "Opens an account again"),
  "/api/accounts/{id}/reset": act("resetPassword", "Gives a new one-time password, told this once"),
  "/api/screens": {
    get: operation("getScreens", "The unattended screens of the own place", 200),
    post: operation("makeScreen", "Lets a screen in; its token is told this once", 201, {
      body: object({ name: text, ...place }, ["name"]),
      also: ["invalid-parameter"],
    }),
  },
  "/api/screens/{id}": {
    delete: operation("removeScreen", "Shuts a screen out", 204, { parameters: [id], also: ["not-found"] }),
  },
  "/api/display": {
    post: operation("openScreen", "Lets this browser in as the screen of a token", 200, {
      body: object({ token: text }, ["token"]),
      also: ["invalid-parameter"],
    }),
  },
  "/api/audit": {
    get: operation("getAudit", "Who did what at the own place, the newest first", 200, {
      parameters: [
        query("who", "part of an account's id or of a person's name"),
        query("act", "what was done"),
        query("office", "only about this office"),
        query("from", "first date", { type: "string", format: "date" }),
        query("to", "last date", { type: "string", format: "date" }),
        ...page,
      ],
      also: ["invalid-parameter"],
    }),
  },
  "/api/audit/about-me": {
    get: operation("getAuditAboutMe", "Who looked at an operator's own figures", 200, {
      parameters: page,
      also: ["invalid-parameter"],
    }),
  },
};
