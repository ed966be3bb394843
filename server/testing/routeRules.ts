import { type Act, may, type Principal, type Where } from "../../shared/access.ts";
import { formatDay } from "../../shared/time.ts";

/** The place that a request is about. */
export interface AskedPlace {
  readonly region: string;
  readonly office: string;
  readonly operator: string;
}

/** How a route is asked about a place, and who may. */
export interface RouteRule {
  readonly path: (place: AskedPlace) => string;
  readonly body?: (place: AskedPlace) => object;
  /** Null: everybody, also those who are not known. */
  readonly lets: ((principal: Principal, place: AskedPlace) => boolean) | null;
}

const TODAY = formatDay(Math.floor(Date.now() / 86_400_000));
const PERIOD = `from=${TODAY}&to=${TODAY}`;
const inOffice = ({ region, office }: AskedPlace): Where => ({ region, office });
const atDesk = ({ region, office, operator }: AskedPlace): Where => ({ region, office, operator });
const nowhere = (): Where => ({});
const ownPlace = ({ region, office }: Principal): Where => ({ region, office });

function rule(
  act: Act,
  path: RouteRule["path"],
  where: (place: AskedPlace) => Where = inOffice,
  body?: RouteRule["body"],
): RouteRule {
  const lets: RouteRule["lets"] = (principal, place) => may(principal, act, where(place));
  return body === undefined ? { path, lets } : { path, lets, body };
}

/** A route that anybody may ask who may do this at their own place. */
function own(act: Act, path: string, body?: object): RouteRule {
  const lets = (principal: Principal) => may(principal, act, ownPlace(principal));
  return { path: () => path, lets, ...(body === undefined ? {} : { body: () => body }) };
}

const open = (path: string, body?: object): RouteRule => ({
  path: () => path,
  lets: null,
  ...(body === undefined ? {} : { body: () => body }),
});
const figures: RouteRule["lets"] = (principal, place) =>
  principal.role === "operator" ? principal.office === place.office : may(principal, "see-totals", inOffice(place));
const exported = (path: string): RouteRule => ({
  path: ({ office }) => `${path}?${PERIOD}&office=${office}`,
  lets: (principal, place) => may(principal, "export", inOffice(place)),
});
const of = (path: string) => (place: AskedPlace) => `${path}?office=${place.office}`;
const desk = (path: string) => (place: AskedPlace) => `${path}?office=${place.office}&operator=${place.operator}`;
const UNTIL = new Date(Date.now() + 3_600_000).toISOString();
const said = { cause: "line", until: UNTIL };

/** The rule of every route behind the gate. A route that is not here is a route that nobody has thought about. */
export const ROUTE_RULES: Readonly<Record<string, RouteRule>> = {
  "GET /api/statistics": { path: ({ office }) => `/api/statistics?${PERIOD}&office=${office}`, lets: figures },
  "GET /api/usual": rule("see-totals", of("/api/usual")),
  "GET /api/applications/:office/*application": rule(
    "see-applications",
    ({ office }) => `/api/applications/${office}/${office}-P0`,
  ),
  "GET /api/dead-letters": rule("see-status", of("/api/dead-letters")),
  "POST /api/dead-letters/replay": rule(
    "replay",
    () => "/api/dead-letters/replay",
    nowhere,
    () => ({ ids: ["0:1-1"] }),
  ),
  "GET /metrics": rule("see-status", () => "/metrics", nowhere),
  "GET /api/me": { path: () => "/api/me", lets: () => true },
  "GET /api/session": open("/api/session"),
  "POST /api/session": open("/api/session", {}),
  "DELETE /api/session": open("/api/session"),
  "GET /api/session/organisation": open("/api/session/organisation"),
  "GET /api/session/organisation/back": open("/api/session/organisation/back"),
  "POST /api/password": {
    path: () => "/api/password",
    body: () => ({}),
    lets: ({ role }) => role !== "display" && role !== "reader",
  },
  "GET /api/accounts": own("manage-accounts", "/api/accounts"),
  "POST /api/accounts": own("manage-accounts", "/api/accounts", {}),
  "POST /api/accounts/:id/reset": own("manage-accounts", "/api/accounts/no-such/reset"),
  "POST /api/accounts/:id/disable": own("manage-accounts", "/api/accounts/no-such/disable"),
  "POST /api/accounts/:id/enable": own("manage-accounts", "/api/accounts/no-such/enable"),
  "GET /api/screens": own("manage-accounts", "/api/screens"),
  "POST /api/screens": own("manage-accounts", "/api/screens", {}),
  "DELETE /api/screens/:id": own("manage-accounts", "/api/screens/no-such"),
  "POST /api/display": open("/api/display", { token: "guess" }),
  "USE /display": open("/display?token=guess"),
  "GET /api/audit": rule("see-audit", of("/api/audit")),
  "GET /api/audit/about-me": { path: () => "/api/audit/about-me", lets: ({ operator }) => operator !== null },
  "GET /api/alerts": rule("see-totals", of("/api/alerts")),
  "POST /api/alerts/:id/explanation": rule(
    "explain",
    ({ office }) => `/api/alerts/${office}~silent~0/explanation`,
    inOffice,
    () => said,
  ),
  "GET /api/explanations": rule("see-totals", of("/api/explanations")),
  "POST /api/explanations": rule(
    "explain",
    () => "/api/explanations",
    inOffice,
    ({ office }) => ({ office }),
  ),
  "GET /api/alert-rules": rule("see-totals", of("/api/alert-rules")),
  "PUT /api/alert-rules": rule(
    "set-targets",
    () => "/api/alert-rules",
    inOffice,
    ({ office }) => ({ office }),
  ),
  "GET /api/webhooks": rule(
    "set-targets",
    ({ region }) => `/api/webhooks?region=${region}`,
    ({ region }) => ({ region }),
  ),
  "PUT /api/webhooks": rule(
    "set-targets",
    () => "/api/webhooks",
    ({ region }) => ({ region }),
    ({ region }) => ({ region }),
  ),
  "DELETE /api/webhooks": rule(
    "set-targets",
    ({ region }) => `/api/webhooks?region=${region}`,
    ({ region }) => ({ region }),
  ),
  "POST /api/webhooks/test": rule(
    "set-targets",
    () => "/api/webhooks/test",
    ({ region }) => ({ region }),
    ({ region }) => ({ region }),
  ),
  "POST /api/webhooks/again": rule(
    "set-targets",
    () => "/api/webhooks/again",
    ({ region }) => ({ region }),
    ({ region }) => ({ region }),
  ),
  "GET /api/forecast": rule("see-totals", of("/api/forecast")),
  "GET /api/floor": rule("see-operators", of("/api/floor")),
  "GET /api/my-day": rule("see-own", desk("/api/my-day"), atDesk),
  "GET /api/targets": rule("see-totals", of("/api/targets")),
  "POST /api/targets": rule("set-targets", of("/api/targets"), inOffice, () => ({})),
  "POST /api/disputes": rule("dispute", desk("/api/disputes"), atDesk, () => ({})),
  "POST /api/disputes/:id/withdraw": rule("dispute", desk("/api/disputes/no-such/withdraw"), atDesk),
  "POST /api/disputes/:id/answer": rule("answer-help", of("/api/disputes/no-such/answer"), inOffice, () => ({})),
  "POST /api/help": rule("call-help", desk("/api/help"), atDesk),
  "POST /api/help/:id/withdraw": rule("call-help", desk("/api/help/no-such/withdraw"), atDesk),
  "POST /api/help/:id/answer": rule("answer-help", of("/api/help/no-such/answer")),
  "GET /api/reconciliation": rule("see-status", ({ office }) => `/api/reconciliation?${PERIOD}&office=${office}`),
  "DELETE /api/reconciliation": rule("see-status", ({ office }) => `/api/reconciliation?${PERIOD}&office=${office}`),
  "GET /api/imported-totals": rule("see-totals", of("/api/imported-totals")),
  "POST /api/imported-totals": rule(
    "close-months",
    () => "/api/imported-totals",
    nowhere,
    () => ({}),
  ),
  "GET /api/explore/cases": rule(
    "see-applications",
    ({ office }) => `/api/explore/cases?${PERIOD}&figure=accepted&office=${office}`,
  ),
  "GET /api/explore/periods": {
    path: () => `/api/explore/periods?${PERIOD}`,
    lets: (principal) => principal.role === "operator" || may(principal, "see-totals", ownPlace(principal)),
  },
  "GET /api/stock": rule("see-totals", of("/api/stock")),
  "GET /api/stock/list": rule("see-applications", of("/api/stock/list")),
  "GET /api/track": open("/api/track?office=KZ-71-01&application=none"),
  "GET /api/reports/months": rule("see-totals", of("/api/reports/months")),
  "GET /api/reports/closing": rule("close-months", () => "/api/reports/closing", nowhere),
  "GET /api/reports/monthly/:month/readiness": rule(
    "close-months",
    () => "/api/reports/monthly/2026-09/readiness",
    nowhere,
  ),
  "GET /api/reports/monthly/:month/changes": rule("see-totals", of("/api/reports/monthly/2026-09/changes")),
  "POST /api/reports/monthly/:month/close": rule(
    "close-months",
    () => "/api/reports/monthly/none/close",
    nowhere,
    () => ({}),
  ),
  "POST /api/reports/monthly/:month/revise": rule(
    "close-months",
    () => "/api/reports/monthly/none/revise",
    nowhere,
    () => ({ reason: "none" }),
  ),
  "GET /api/reports/monthly/:file": rule("export", of("/api/reports/monthly/2026-10.csv")),
  "GET /api/statistics.csv": exported("/api/statistics.csv"),
  "GET /api/statistics.xlsx": exported("/api/statistics.xlsx"),
  "GET /api/statistics.json": exported("/api/statistics.json"),
  "GET /api/statistics-dictionary.csv": exported("/api/statistics-dictionary.csv"),
  "GET /api/exports/applications.csv": exported("/api/exports/applications.csv"),
  "GET /api/exports/tickets.csv": exported("/api/exports/tickets.csv"),
};

/** Routes that find what they are about first: an id that nobody has is the same to everybody who is known. */
export const FINDING_FIRST = ["PUT /api/explanations/:id", "DELETE /api/explanations/:id"] as const;
