import { randomBytes } from "node:crypto";
import { type Request, type RequestHandler, type Response, Router } from "express";
import { z } from "zod";
import { may, type Principal } from "../../shared/access.ts";
import { onlyMethods, Problem } from "../http/problem.ts";
import type { Audit } from "./audit.ts";
import { bodyOf, jsonBody } from "./body.ts";
import { principalBehind } from "./guard.ts";
import { ownPlace } from "./ownPlace.ts";
import { SCREEN_COOKIE, SCREEN_COOKIE_MS, type Screen, type Screens } from "./screens.ts";
import { hashToken, makeToken } from "./tokens.ts";

const newScreen = z.strictObject({
  name: z.string().trim().min(1).max(120),
  region: z.string().max(64).nullish(),
  office: z.string().max(64).nullish(),
});
const opening = z.strictObject({ token: z.string().max(200) });

export interface ScreensParts {
  readonly screens: Screens;
  readonly audit: Audit;
  readonly clock: { now(): number };
  knownRegion(id: string): boolean;
  regionOf(office: string): string | null;
}

const keeps = (principal: Principal, { region, office }: Pick<Screen, "region" | "office">): boolean =>
  may(principal, "manage-accounts", { region, office });

/** `GET /`: the screens of the own place. `POST /`: makes one, its token is told this once. `DELETE /<id>`. */
export function screensRouter({ screens, audit, clock, knownRegion, regionOf }: ScreensParts): Router {
  const router = Router();
  router.use(ownPlace("manage-accounts"));
  router
    .route("/")
    .get(async (_request, response) => {
      const kept = (await screens.all()).filter((screen) => keeps(principalBehind(response), screen));
      response.set("Cache-Control", "no-store").json({ screens: kept });
    })
    .post(...jsonBody, async (request, response) => {
      const by = principalBehind(response);
      const { name, region: asked, office: of } = bodyOf(request, newScreen);
      const office = of || null;
      const region = office === null ? asked || null : regionOf(office);
      if (office !== null ? region === null : region !== null && !knownRegion(region)) {
        const parameter = office === null ? "region" : "office";
        const detail = `${parameter}: there is none of this id; take one from /api/reference.`;
        throw new Problem("invalid-parameter", detail, { members: { parameter } });
      }
      if (!keeps(by, { region, office })) throw new Problem("forbidden", "You let in screens of your own place.");
      const token = makeToken(randomBytes(32));
      const id = randomBytes(6).toString("hex");
      const screen = { id, name, region, office, createdAt: clock.now(), createdBy: by.id };
      await screens.keep(hashToken(token), screen);
      await audit.record({ by, act: "opened-screen", what: name, region, office });
      response.status(201).set("Cache-Control", "no-store").json({ screen, token });
    })
    .all(onlyMethods("GET", "POST"));
  router
    .route("/:id")
    .delete(async (request, response) => {
      const by = principalBehind(response);
      const screen = (await screens.all()).find(({ id }) => id === request.params.id);
      if (screen === undefined || !keeps(by, screen))
        throw new Problem("not-found", "There is no such screen among those of your place.");
      await screens.remove(screen.id);
      await audit.record({ by, act: "closed-screen", what: screen.name, region: screen.region, office: screen.office });
      response.status(204).end();
    })
    .all(onlyMethods("DELETE"));
  return router;
}

/** Where a screen shows its place. */
function pageOf({ region, office }: Screen): string {
  return `${office !== null ? `/office/${office}` : region !== null ? `/region/${region}` : "/"}?kiosk`;
}

async function open(screens: Screens, token: string, response: Response, secure: boolean): Promise<string | null> {
  const screen = await screens.byHash(hashToken(token));
  if (screen === null) return null;
  response.cookie(SCREEN_COOKIE, token, {
    httpOnly: true,
    sameSite: "lax",
    secure,
    path: "/",
    maxAge: SCREEN_COOKIE_MS,
  });
  return pageOf(screen);
}

const isSecure = (request: Request<object>): boolean =>
  request.secure || request.headers["x-forwarded-proto"] === "https";

/** `POST /` with a screen's token: lets this browser in as that screen, and tells where its page is. */
export function screenEntrance(screens: Screens): Router {
  const router = Router();
  router
    .route("/")
    .post(...jsonBody, async (request, response) => {
      const page = await open(screens, bodyOf(request, opening).token, response, isSecure(request));
      if (page === null)
        throw new Problem("unauthorised", "token: this screen is not let in any more; ask for a new address.");
      response.set("Cache-Control", "no-store").json({ page });
    })
    .all(onlyMethods("POST"));
  return router;
}

/** `GET /display?token=…`: what a television opens each morning; leads to its page. */
export function screenAddress(screens: Screens): RequestHandler {
  return async (request, response, next) => {
    const { token } = request.query;
    if (request.method !== "GET" || request.path !== "/" || typeof token !== "string") {
      next();
      return;
    }
    const page = await open(screens, token, response, isSecure(request));
    response.set("Cache-Control", "no-store").redirect(303, page ?? "/sign-in?screen");
  };
}
