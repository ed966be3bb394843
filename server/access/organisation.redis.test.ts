import { once } from "node:events";
import type { Server } from "node:http";
import Provider from "oidc-provider";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Me, SignInWays } from "../../shared/accessAnswers.ts";
import { freePort } from "../redis/freePort.ts";
import { type AccessCentre, OWN, startAccessCentre } from "../testing/accessCentre.ts";

/** Who the issuer knows: the one who signs in next, and what it says of them. */
const CLAIMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  gulnar: { name: "Gulnar A.", role: "oss-managers", office: OWN.office },
  ministry: { name: "Aigul S.", role: "coordinator" },
  guest: { name: "Guest" },
  lost: { name: "Lost", role: "oss-managers", office: "KZ-99-99" },
};
let next = "gulnar";
let server: Server;
let site: AccessCentre;
let issuer = "";

/** An issuer that asks for nothing: whoever is next is signed in and has agreed. */
function issuerAt(url: string, redirectTo: string): Provider {
  const provider = new Provider(url, {
    clients: [{ client_id: "centre", client_secret: "secret-of-the-test", redirect_uris: [redirectTo] }],
    cookies: { keys: ["key-of-the-test"] },
    features: { devInteractions: { enabled: false } },
    conformIdTokenClaims: false,
    claims: { openid: ["sub"], profile: ["name", "role", "region", "office", "operator"] },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: async (_, sub) => ({ accountId: sub, claims: async () => ({ sub, ...CLAIMS[sub] }) }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? "",
        accountId: oidc.session?.accountId ?? "",
      });
      grant.addOIDCScope("openid profile");
      await grant.save();
      return grant;
    },
  });
  provider.use(async (ctx, go) => {
    if (!ctx.path.startsWith("/interaction/")) return go();
    await provider.interactionFinished(ctx.req, ctx.res, { login: { accountId: next } });
    ctx.respond = false;
  });
  return provider;
}

beforeAll(async () => {
  const [own, its] = [await freePort(), await freePort()];
  issuer = `http://127.0.0.1:${its}`;
  const back = `http://127.0.0.1:${own}/api/session/organisation/back`;
  server = issuerAt(issuer, back).listen(its, "127.0.0.1");
  await once(server, "listening");
  site = await startAccessCentre({
    PORT: `${own}`,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: "centre",
    OIDC_CLIENT_SECRET: "secret-of-the-test",
    OIDC_NAME: "the Ministry",
    OIDC_ROLES: "oss-managers=manager",
  });
});
afterAll(async () => {
  await site?.stop();
  server?.closeAllConnections();
  server?.close();
});

/** A browser with cookies that follows redirects, and remembers where it was sent. */
function browser() {
  const cookies = new Map<string, Map<string, string>>();
  const go = async (address: string): Promise<{ readonly url: URL; readonly response: Response }> => {
    const url = new URL(address);
    const jar = cookies.get(url.origin) ?? new Map<string, string>();
    cookies.set(url.origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { redirect: "manual", headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (set.split(";")[0] ?? "").split(/=(.*)/s);
      jar.set(name, value);
    }
    const to = response.headers.get("location");
    const onward = to === null ? null : new URL(to, url);
    return onward === null || (onward.origin === site.centre.url && !onward.pathname.startsWith("/api/"))
      ? { url: onward ?? url, response }
      : go(onward.href);
  };
  return { go, ask: (path: string) => go(site.centre.url + path).then(({ response }) => response) };
}

const signIn = async (who: string, back = "") => {
  next = who;
  const page = browser();
  const { url } = await page.go(`${site.centre.url}/api/session/organisation${back}`);
  return { page, url };
};

it("the sign-in page offers the organisation by its name", async () => {
  const ways = (await (await site.ask(site.asker("nobody"), "/api/session")).json()) as SignInWays;
  expect(ways.organisation).toBe("the Ministry");
});

it("role and place come from the claims, and one is sent to the page that one asked for", async () => {
  const { page, url } = await signIn("gulnar", "?back=/office/KZ-71-01/floor");
  expect(url.pathname).toBe("/office/KZ-71-01/floor");
  const me = (await (await page.ask("/api/me")).json()) as Me;
  expect(me.principal).toMatchObject({ role: "manager", region: OWN.region, office: OWN.office, name: "Gulnar A." });
  expect(me.ownPassword).toBe(false);
  expect((await page.ask(`/api/usual?office=${OWN.office}`)).status).toBe(200);
  expect((await page.ask("/api/usual?office=KZ-75-01")).status).toBe(403);
});

it("a way back to another site is none", async () => {
  for (const back of ["//evil.example", "https://evil.example", "/\\evil.example"]) {
    const { url } = await signIn("ministry", `?back=${encodeURIComponent(back)}`);
    expect(url.href).toBe(`${site.centre.url}/`);
  }
});

it.each(["guest", "lost"])("%s, to whom the claims give no role or no known place, is not let in", async (who) => {
  const { page, url } = await signIn(who);
  expect(url.pathname + url.search).toBe("/sign-in?refused");
  expect((await page.ask("/api/me")).status).toBe(401);
});

it("an answer that nobody waits for opens nothing", async () => {
  const { url } = await browser().go(`${site.centre.url}/api/session/organisation/back?code=x&state=y`);
  expect(url.search).toBe("?refused");
});

it("an account of the organisation that is closed here stays out", async () => {
  const { page } = await signIn("gulnar");
  const id = encodeURIComponent("org:gulnar");
  const shut = await site.ask(site.asker("coordinator"), `/api/accounts/${id}/disable`, { method: "POST" });
  expect(shut.status).toBe(200);
  expect((await page.ask("/api/me")).status).toBe(401);
  expect((await signIn("gulnar")).url.search).toBe("?refused");
});
