import express, { type Request, type RequestHandler } from "express";
import type { z } from "zod";
import { Problem } from "../http/problem.ts";

/** Reads a small JSON body. */
export const jsonBody: readonly RequestHandler[] = [
  (request, _response, next) => {
    if (!request.is("application/json")) throw new Problem("unsupported-content", "Send the body as application/json.");
    next();
  },
  express.json({ limit: "16kb" }),
];

/** The body as it must be. @throws Problem that names the field */
export function bodyOf<T extends z.ZodType>(request: Request, schema: T): z.infer<T> {
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const field = unknown ?? issue?.path.join(".") ?? "";
  const remedy = unknown === undefined ? "is missing or wrong; see /api/openapi.json." : "is no field of this body.";
  throw new Problem("invalid-parameter", `${field || "body"}: ${remedy}`, { members: { parameter: field || "body" } });
}
