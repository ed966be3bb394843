import type { Request, RequestHandler } from "express";
import { Problem } from "../http/problem.ts";
import { type Account, type Accounts, principalOfAccount } from "./account.ts";
import { type Caller, callerBehind, knownCaller, unknownCaller } from "./caller.ts";
import { type GateConfig, subjectOf } from "./gate.ts";
import { cookieOf, principalOfScreen, SCREEN_COOKIE, type Screens } from "./screens.ts";
import type { WithSession } from "./sessions.ts";
import { hashToken } from "./tokens.ts";

/** What it takes to know who asks. */
export interface IdentityParts {
  readonly gate: GateConfig;
  readonly accounts: Pick<Accounts, "get">;
  readonly screens: Pick<Screens, "byHash">;
  /** Whether a session of this id is still kept. */
  sessionStands(id: string): Promise<boolean>;
}

/** Who asks: one answer for HTTP and sockets alike. */
export interface Identity {
  /** @throws RedisAwayError */
  of(request: WithSession): Promise<Caller>;
  /** Whether what the caller was let in by still holds. @throws RedisAwayError */
  still(caller: Caller): Promise<boolean>;
}

const EVERYWHERE = { region: null, office: null, operator: null };
const READER = knownCaller("token", { id: "reader", role: "reader", name: "READ_TOKEN", ...EVERYWHERE });
const VISITOR = knownCaller("visitor", { id: "visitor", role: "visitor", name: "", ...EVERYWHERE });

/** Knows callers by token, session, screen or machine, in this order; a token that is not known is nobody's. */
export function createIdentity({ gate, accounts, screens, sessionStands }: IdentityParts): Identity {
  const opens = (account: Account | null, generation: number | undefined): account is Account =>
    account !== null && !account.disabled && account.generation === generation && (gate.demo || !account.demo);

  async function bySession({ session, sessionID }: WithSession): Promise<Caller | null> {
    if (session?.account === undefined || (session.until ?? 0) < Date.now()) return null;
    const account = await accounts.get(session.account);
    if (!opens(account, session.generation)) return null;
    return knownCaller("session", principalOfAccount(account), {
      mustChange: account.mustChange,
      ownPassword: account.password !== null,
      key: sessionID ?? null,
      generation: account.generation,
      until: session.until ?? 0,
    });
  }

  async function byScreen(cookies: string | undefined): Promise<Caller | null> {
    const token = cookieOf(cookies, SCREEN_COOKIE);
    if (token === null) return null;
    const key = hashToken(token);
    const screen = await screens.byHash(key);
    return screen === null ? null : knownCaller("display", principalOfScreen(screen), { key });
  }

  return {
    async of(request) {
      const { headers, socket } = request;
      const subject = subjectOf(headers, socket.remoteAddress, gate);
      if (subject.kind === "reader") return READER;
      if (subject.kind === "ingest") return unknownCaller("sender");
      if (subject.kind === "stranger") return unknownCaller("stranger");
      const followed = request.method === "GET" && headers["sec-fetch-mode"] === "navigate";
      if (subject.kind === "foreign" && !followed) return unknownCaller("foreign");
      const known = (await bySession(request)) ?? (await byScreen(headers.cookie));
      if (known !== null) return known;
      if (subject.kind === "local") return subject.open ? VISITOR : unknownCaller("machine");
      return unknownCaller(subject.kind);
    },
    async still({ way, principal, key, generation, until }) {
      if (way === "display") return key !== null && (await screens.byHash(key)) !== null;
      if (way !== "session") return true;
      if (principal === null || key === null || (until ?? 0) < Date.now() || !(await sessionStands(key))) return false;
      return opens(await accounts.get(principal.id), generation);
    },
  };
}

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/** Finds out who sends a request, for all that follows; a foreign page may change nothing. */
export function identify(identity: Identity): RequestHandler {
  return async (request: Request, response, next) => {
    response.locals.caller = await identity.of(request as unknown as WithSession);
    if (!READING.has(request.method) && callerBehind(response).way === "foreign") throw foreignPage();
    next();
  };
}

/** The problem of a page of another site. */
export function foreignPage(): Problem {
  return new Problem(
    "foreign-page",
    "Open the centre by its own address, such as http://localhost:3000, and ask from its own pages.",
  );
}
