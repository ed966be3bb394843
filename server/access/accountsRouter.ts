import { Router } from "express";
import { onlyMethods } from "../http/problem.ts";
import { type Accounts, viewOfAccount } from "./account.ts";
import { type AccountOffice, newAccount } from "./accountOffice.ts";
import { bodyOf, jsonBody } from "./body.ts";
import { principalBehind } from "./guard.ts";
import { ownPlace } from "./ownPlace.ts";
import { mayKeep } from "./ranks.ts";

/** `GET /`: the accounts that one keeps. `POST /`: makes one. `POST /<id>/disable`, `/enable`, `/reset`. */
export function accountsRouter(accounts: Pick<Accounts, "all">, office: AccountOffice): Router {
  const router = Router();
  const keeps = ownPlace("manage-accounts");
  router
    .route("/")
    .get(keeps, async (_request, response) => {
      const keeper = principalBehind(response);
      const kept = (await accounts.all())
        .filter((account) => mayKeep(keeper, account))
        .map((account) => viewOfAccount(account, account.id !== keeper.id));
      response.set("Cache-Control", "no-store").json({ accounts: kept });
    })
    .post(keeps, ...jsonBody, async (request, response) => {
      const { account, password } = await office.create(principalBehind(response), bodyOf(request, newAccount));
      response
        .status(201)
        .set("Cache-Control", "no-store")
        .json({ account: viewOfAccount(account, true), password });
    })
    .all(onlyMethods("GET", "POST"));
  router
    .route("/:id/reset")
    .post(keeps, async (request, response) => {
      const { account, password } = await office.reset(principalBehind(response), request.params.id);
      response.set("Cache-Control", "no-store").json({ account: viewOfAccount(account, true), password });
    })
    .all(onlyMethods("POST"));
  for (const act of ["disable", "enable"] as const)
    router
      .route(`/:id/${act}`)
      .post(keeps, async (request, response) => {
        const account = await office[act](principalBehind(response), (request.params as { id: string }).id);
        response.set("Cache-Control", "no-store").json({ account: viewOfAccount(account, true) });
      })
      .all(onlyMethods("POST"));
  return router;
}
