import { type Request, Router } from "express";
import type { Logger } from "pino";
import { onlyMethods, Problem } from "../http/problem.ts";
import { type Account, type Accounts, principalOfAccount } from "./account.ts";
import { accountPlace, type KnownPlaces } from "./accountPlace.ts";
import type { Audit } from "./audit.ts";
import { nameInClaims, type Organisation, type OrganisationConfig, placeInClaims } from "./organisation.ts";
import { beginSession } from "./sessions.ts";

export interface OrganisationParts {
  /** Null: none is configured. */
  readonly organisation: (Organisation & Pick<OrganisationConfig, "claims" | "roles">) | null;
  readonly accounts: Accounts;
  readonly audit: Audit;
  readonly places: KnownPlaces;
  readonly clock: { now(): number };
  readonly publicUrl: string | null;
  readonly log: Pick<Logger, "warn">;
}

/** Within so long one comes back from the organisation's sign-in, ms. */
const ERRAND_MS = 600_000;

type Claims = Readonly<Record<string, unknown>>;

/** An address of this centre that one wanted to see: never one of another site. */
function ownAddress(back: unknown): string {
  return typeof back === "string" && /^\/(?![/\\])[\w/.-]{0,200}$/.test(back) && back !== "/sign-in" ? back : "/";
}

/** The account of who came back; made or brought up to date by what the organisation says. @throws Problem */
async function accountFor(claims: Claims, parts: OrganisationParts): Promise<Account | null> {
  const { organisation, accounts, places, clock } = parts;
  const said = organisation === null ? null : placeInClaims(claims, organisation);
  if (said === null || typeof claims.sub !== "string") return null;
  const told = { name: nameInClaims(claims), role: said.role, ...accountPlace(said, places) };
  const id = `org:${claims.sub}`;
  const known = await accounts.change(id, (before) => ({ ...before, ...told }));
  if (known !== null) return known.disabled ? null : known;
  const since = { createdAt: clock.now(), createdBy: organisation?.name ?? "" };
  const made = {
    id,
    ...told,
    password: null,
    disabled: false,
    mustChange: false,
    generation: 1,
    demo: false,
    ...since,
  };
  return (await accounts.add(made)) ? made : accounts.get(id);
}

/** `GET /`: sends the browser to the organisation's sign-in. `GET /back`: where it comes back to. */
export function organisationRouter(parts: OrganisationParts): Router {
  const { organisation, audit, publicUrl, log } = parts;
  const originOf = (request: Request): string => publicUrl ?? `${request.protocol}://${request.headers.host}`;
  const addressOf = (request: Request): string => `${originOf(request)}/api/session/organisation/back`;
  const none = () => new Problem("not-found", "No organisation is configured; see the variables OIDC_….");
  const router = Router();
  router
    .route("/")
    .get(async (request, response) => {
      if (organisation === null) throw none();
      const { url, errand } = await organisation.begin(addressOf(request));
      request.session.cookie.maxAge = ERRAND_MS;
      request.session.errand = { ...errand, back: ownAddress(request.query.back) };
      await new Promise<void>((done, fail) => request.session.save((error) => (error ? fail(error) : done())));
      response.set("Cache-Control", "no-store").redirect(303, url);
    })
    .all(onlyMethods("GET"));
  router
    .route("/back")
    .get(async (request, response) => {
      if (organisation === null) throw none();
      const { errand } = request.session;
      delete request.session.errand;
      const address = new URL(request.originalUrl, originOf(request));
      const account =
        errand === undefined
          ? null
          : await organisation
              .finish(address, errand)
              .then((claims) => accountFor(claims, parts))
              .catch((error: unknown) => {
                log.warn({ err: String(error) }, "a sign-in through the organisation failed");
                return null;
              });
      response.set("Cache-Control", "no-store");
      if (account === null) {
        response.redirect(303, "/sign-in?refused");
        return;
      }
      await beginSession(request, account);
      const by = principalOfAccount(account);
      await audit.record({ by, act: "signed-in", what: organisation.name, office: account.office });
      response.redirect(303, errand?.back ?? "/");
    })
    .all(onlyMethods("GET"));
  return router;
}
