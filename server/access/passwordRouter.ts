import { Router } from "express";
import { z } from "zod";
import { onlyMethods, Problem } from "../http/problem.ts";
import type { Accounts } from "./account.ts";
import type { Audit } from "./audit.ts";
import { bodyOf, jsonBody } from "./body.ts";
import type { Brake } from "./brake.ts";
import { callerBehind } from "./caller.ts";
import { refusal } from "./guard.ts";
import { hashPassword, isPassword, LONGEST_PASSWORD, passwordFault, SHORTEST_PASSWORD } from "./passwords.ts";
import { beginSession } from "./sessions.ts";

const change = z.strictObject({ before: z.string().min(1).max(1000), after: z.string().min(1).max(1000) });

const FAULTS = {
  short: `use at least ${SHORTEST_PASSWORD} characters.`,
  long: `use at most ${LONGEST_PASSWORD} characters.`,
  same: "choose one that is neither the one before nor holds the account's name.",
} as const;

/** `POST /`: changes the own password; all other sessions of the account end. */
export function passwordRouter(parts: { accounts: Accounts; audit: Audit; brake: Brake }): Router {
  const { accounts, audit, brake } = parts;
  const router = Router();
  router
    .route("/")
    .post(...jsonBody, async (request, response) => {
      const caller = callerBehind(response);
      const { principal, way, ownPassword } = caller;
      if (principal === null) throw refusal(caller);
      if (way !== "session" || !ownPassword)
        throw new Problem("forbidden", "Only an account with a password of its own here can change it.");
      const { before, after } = bodyOf(request, change);
      if ((await brake.press(principal.id, `change ${principal.id}`)) > 0)
        throw new Problem("too-fast", "Too many attempts; try again in a quarter of an hour.");
      const hashed = (await accounts.get(principal.id))?.password ?? null;
      if (!(await isPassword(before, hashed)))
        throw new Problem("invalid-parameter", "before: is not your password.", { members: { parameter: "before" } });
      const fault = passwordFault(after, principal.id, before);
      if (fault !== null)
        throw new Problem("invalid-parameter", `after: ${FAULTS[fault]}`, { members: { parameter: "after", fault } });
      const password = await hashPassword(after);
      const account = await accounts.change(principal.id, (old) => {
        if (old.password !== hashed) throw new Problem("taken", "The password was changed by somebody else just now.");
        return { ...old, password, mustChange: false, generation: old.generation + 1 };
      });
      if (account !== null) await beginSession(request, account);
      await brake.release(principal.id, `change ${principal.id}`);
      await audit.record({ by: principal, act: "changed-password", what: "", office: principal.office });
      response.status(204).end();
    })
    .all(onlyMethods("POST"));
  return router;
}
