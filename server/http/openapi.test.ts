import { expect, it } from "vitest";
import { EVENT_TYPES } from "../../shared/events.ts";
import { describeApi } from "./openapi.ts";

const description = describeApi() as {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string; responses: object }>>;
  components: { schemas: Record<string, { title?: string; properties?: Record<string, object> }> };
};

function references(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === "$ref" ? [inner as string] : references(inner)));
}

it("every reference of the description leads somewhere", () => {
  const known = Object.keys(description.components.schemas).map((name) => `#/components/schemas/${name}`);
  expect([...new Set(references(description))].filter((ref) => !known.includes(ref))).toEqual([]);
});

it("every kind of event is described, and closed to other fields", () => {
  const titles = Object.values(description.components.schemas).flatMap(({ title }) => title ?? []);
  expect(titles.sort()).toEqual([...EVENT_TYPES].sort());
  expect(description.components.schemas.TicketIssued).toMatchObject({
    additionalProperties: false,
    properties: {
      time: { type: "string", format: "date-time" },
      type: { const: "oss.ticket.issued" },
      data: { additionalProperties: false, required: ["ticket", "queue"] },
    },
  });
});

it("every operation has a name of its own and an answer", () => {
  const operations = Object.values(description.paths).flatMap((path) => Object.values(path));
  const names = operations.map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
  for (const { responses } of operations)
    expect(Object.keys(responses).some((status) => /^[23]/.test(status))).toBe(true);
});

it("all addresses of the interface are there", () => {
  expect(Object.keys(description.paths)).toEqual([
    "/api/events",
    "/api/statistics",
    "/api/usual",
    "/api/applications/{office}/{application}",
    "/api/reference",
    "/api/dead-letters",
    "/api/dead-letters/replay",
    "/api/me",
    "/api/session",
    "/api/session/organisation",
    "/api/password",
    "/api/accounts",
    "/api/accounts/{id}/disable",
    "/api/accounts/{id}/enable",
    "/api/accounts/{id}/reset",
    "/api/screens",
    "/api/screens/{id}",
    "/api/display",
    "/api/audit",
    "/api/audit/about-me",
    "/api/alerts",
    "/api/alerts/{id}/explanation",
    "/api/explanations",
    "/api/explanations/{id}",
    "/api/alert-rules",
    "/api/webhooks",
    "/api/webhooks/test",
    "/api/webhooks/again",
    "/api/floor",
    "/api/my-day",
    "/api/targets",
    "/api/disputes",
    "/api/disputes/{id}/withdraw",
    "/api/disputes/{id}/answer",
    "/api/help",
    "/api/help/{id}/withdraw",
    "/api/help/{id}/answer",
    "/api/stock",
    "/api/stock/list",
    "/api/track",
    "/api/statistics.csv",
    "/api/statistics.xlsx",
    "/api/statistics.json",
    "/api/statistics-dictionary.csv",
    "/api/exports/applications.csv",
    "/api/exports/tickets.csv",
    "/api/forecast",
    "/api/reports/months",
    "/api/reports/closing",
    "/api/reports/monthly/{month}.{format}",
    "/api/reports/monthly/{month}/changes",
    "/api/reports/monthly/{month}/readiness",
    "/api/reports/monthly/{month}/close",
    "/api/reports/monthly/{month}/revise",
    "/api/reconciliation",
    "/api/imported-totals",
    "/api/openapi.json",
    "/healthz",
    "/readyz",
    "/metrics",
  ]);
});
