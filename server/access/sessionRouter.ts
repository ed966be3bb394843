import { Router } from "express";
import { z } from "zod";
import type { Principal } from "../../shared/access.ts";
import type { Me, SignInWays } from "../../shared/accessAnswers.ts";
import { onlyMethods, Problem } from "../http/problem.ts";
import { type Account, type Accounts, accountId, principalOfAccount } from "./account.ts";
import type { Audit } from "./audit.ts";
import { bodyOf, jsonBody } from "./body.ts";
import type { Brake } from "./brake.ts";
import { callerBehind } from "./caller.ts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "./demoAccounts.ts";
import { isPassword } from "./passwords.ts";
import { beginSession, endSession, SESSION_COOKIE } from "./sessions.ts";

const credentials = z.strictObject({ account: z.string().min(1).max(200), password: z.string().min(1).max(1000) });

export interface SessionParts {
  readonly accounts: Accounts;
  readonly brake: Brake;
  readonly audit: Audit;
  readonly demo: boolean;
  /** The name of the organisation whose sign-in is taken; null: none is. */
  readonly organisation: string | null;
  /** The address that a request came from. */
  addressOf(request: { readonly ip?: string | undefined }): string;
}

const UNKNOWN: Principal = { id: "unknown", role: "visitor", name: "", region: null, office: null, operator: null };

function tooMany(waitMs: number): Problem {
  const seconds = Math.ceil(waitMs / 1000);
  return new Problem("too-fast", `Too many attempts to sign in; try again in ${Math.ceil(seconds / 60)} min.`, {
    headers: { "Retry-After": `${seconds}` },
    members: { retryAfter: seconds },
  });
}

/** `GET /`: the ways to sign in. `POST /`: signs in. `DELETE /`: signs out. */
export function sessionRouter({ accounts, brake, audit, demo, organisation, addressOf }: SessionParts): Router {
  async function check(typed: string, password: string, address: string): Promise<Account> {
    const id = accountId(typed);
    const wait = await brake.press(id, address);
    if (wait > 0) throw tooMany(wait);
    const account = await accounts.get(id);
    const right = await isPassword(password, account?.password ?? null);
    if (account !== null && right && !account.disabled && (demo || !account.demo)) {
      await brake.release(id, address);
      return account;
    }
    const by = account === null ? UNKNOWN : principalOfAccount(account);
    await audit.record({ by, act: "sign-in-refused", what: address, region: by.region, office: by.office });
    throw new Problem("wrong-credentials", "The account or the password is wrong; look at both and try again.");
  }

  const router = Router();
  router
    .route("/")
    .get(async (_request, response) => {
      const ways: SignInWays = {
        accounts: (await accounts.all()).some((account) => demo || !account.demo),
        organisation,
        demo: demo ? DEMO_ACCOUNTS.map(({ id, role }) => ({ account: id, role, password: DEMO_PASSWORD })) : [],
      };
      response.set("Cache-Control", "no-store").json(ways);
    })
    .post(...jsonBody, async (request, response) => {
      const { account: typed, password } = bodyOf(request, credentials);
      const address = addressOf(request);
      const account = await check(typed, password, address);
      await beginSession(request, account);
      const principal = principalOfAccount(account);
      await audit.record({ by: principal, act: "signed-in", what: address, office: account.office });
      const me: Me = { principal, way: "session", mustChange: account.mustChange, ownPassword: true };
      response.set("Cache-Control", "no-store").json(me);
    })
    .delete(async (request, response) => {
      const { way, principal } = callerBehind(response);
      if (way === "session" && principal !== null)
        await audit.record({ by: principal, act: "signed-out", what: "", office: principal.office });
      await endSession(request);
      response.clearCookie(SESSION_COOKIE, { path: "/" }).status(204).end();
    })
    .all(onlyMethods("GET", "POST", "DELETE"));
  return router;
}
