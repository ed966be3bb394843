import express, { type RequestHandler, Router } from "express";
import { z } from "zod";
import { may } from "../../shared/access.ts";
import {
  IMPORTED_FIGURES,
  type ImportedMonth,
  type ImportedTotalsAnswer,
  MOST_IMPORTED,
} from "../../shared/importedTotals.ts";
import { callerBehind } from "../access/caller.ts";
import { type Guard, refusal } from "../access/guard.ts";
import { onlyMethods, Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import type { Clock } from "../ports.ts";
import type { HistoryTotals } from "../redis/historyTotals.ts";
import type { ReconciliationPlaces } from "./reconciliationRouter.ts";

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const id = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);
const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const month = z.strictObject({
  office: id.optional(),
  region: id.optional(),
  month: z.string().regex(MONTH),
  figures: z.partialRecord(z.enum(IMPORTED_FIGURES), count),
});
const body = z.strictObject({
  source: z.string().regex(/^[A-Za-z0-9._-]{1,40}$/),
  rows: z.array(month).min(1).max(MOST_IMPORTED),
});

interface TotalsDeps {
  readonly totals: Pick<HistoryTotals, "keep" | "between">;
  readonly places: ReconciliationPlaces;
  readonly clock: Pick<Clock, "now">;
  readonly guard: Guard;
}

/** Lets through the token that may post for every office, and who may close months. */
const mayImport: RequestHandler = (_request, response, next) => {
  const caller = callerBehind(response);
  const allowed = caller.principal !== null && !caller.mustChange && may(caller.principal, "close-months");
  if (caller.way !== "sender" && !allowed) throw refusal(caller);
  next();
};

function checked(value: unknown, places: ReconciliationPlaces): { source: string; rows: readonly ImportedMonth[] } {
  const parsed = body.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Problem(
      "unreadable-body",
      `${issue?.path.join(".") || "body"}: ${issue?.message ?? "is wrong"}; send { "source", "rows": [1 to ${MOST_IMPORTED} of { "office" or "region", "month": "2024-03", "figures": { "accepted": 812 } }] }.`,
    );
  }
  const { source, rows } = parsed.data;
  for (const [at, { office, region }] of rows.entries()) {
    if ((office === undefined) === (region === undefined))
      throw new Problem(
        "unreadable-body",
        `rows.${at}: names ${office ? "both" : "neither"} an office ${office ? "and" : "nor"} a region; name one of them.`,
      );
    if (office !== undefined ? !places.knownOffice(office) : !places.knownRegion(region as string))
      throw new Problem(
        "unreadable-body",
        `rows.${at}: the reference data have no "${office ?? region}"; use an id of /api/reference.`,
      );
  }
  return { source, rows: rows as readonly ImportedMonth[] };
}

function monthOf(query: Query, name: string, otherwise: string): string {
  const text = query.text(name);
  if (text !== null && !MONTH.test(text))
    throw new Problem("invalid-parameter", `${name}: is no month; write it as 2024-03.`, {
      members: { parameter: name },
    });
  return text ?? otherwise;
}

/** `GET`: months that were taken over from an old system, each marked as such; `POST` takes them over. */
export function importedTotalsRouter({ totals, places, clock, guard }: TotalsDeps): Router {
  const router = Router();
  const seen = guard("see-totals", ({ query: { office, region } }) => {
    const of = typeof office === "string" ? office : null;
    return { office: of, region: of === null ? (typeof region === "string" ? region : null) : places.regionOf(of) };
  });
  router
    .route("/")
    .get(seen, async (request, response) => {
      const query = new Query(request, ["from", "to", "office", "region"]);
      const office = query.known("office", places.knownOffice);
      const region = query.known("region", places.knownRegion);
      const from = monthOf(query, "from", "0000-01");
      const to = monthOf(query, "to", "9999-12");
      const rows = (await totals.between(from, to)).filter(
        (row) =>
          (office === null || row.office === office) &&
          (region === null ||
            row.region === region ||
            (row.office !== undefined && places.regionOf(row.office) === region)),
      );
      response.set("Cache-Control", "no-store").json({ from, to, rows } satisfies ImportedTotalsAnswer);
    })
    .post(mayImport, express.json({ limit: "2mb" }), async (request, response) => {
      const { source, rows } = checked(request.body, places);
      await totals.keep(rows, source, clock.now());
      response.status(200).json({ kept: rows.length });
    })
    .all(onlyMethods("GET", "POST"));
  return router;
}
