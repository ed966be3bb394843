import type { IncomingMessage } from "node:http";
import type { Request, RequestHandler } from "express";
import session, { type SessionData, type Store } from "express-session";

declare module "express-session" {
  interface SessionData {
    /** The account that signed in, of which generation, and until when at the longest (epoch ms, real time). */
    account: string;
    generation: number;
    until: number;
    /** What a sign-in through the organisation has to come back with. */
    errand: { readonly state: string; readonly nonce: string; readonly verifier: string; readonly back: string };
  }
}

/** A session ends when nobody asked for anything for so long, seconds. */
export const IDLE_SECONDS = 8 * 3600;
/** A session ends so long after the sign-in, whatever was done, ms: a shift and a little more. */
const LONGEST_SESSION_MS = 12 * 3_600_000;

/** The cookie that carries a session; it ends with the browser. */
export const SESSION_COOKIE = "oss.session";

/** Reads the session of a request, and keeps what was changed in it. */
export function sessionReader(store: Store, secret: string): RequestHandler {
  return session({
    name: SESSION_COOKIE,
    secret,
    store,
    proxy: true,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: "lax", secure: "auto", path: "/" },
  });
}

/** A request whose session was read. */
export type WithSession = IncomingMessage & { readonly session?: Partial<SessionData>; readonly sessionID?: string };

/** Begins a new session for an account: another id than before, so that one that was slipped in is worth nothing. */
export async function beginSession(request: Request, account: { id: string; generation: number }): Promise<void> {
  await new Promise<void>((done, fail) => request.session.regenerate((error) => (error ? fail(error) : done())));
  request.session.account = account.id;
  request.session.generation = account.generation;
  request.session.until = Date.now() + LONGEST_SESSION_MS;
  await new Promise<void>((done, fail) => request.session.save((error) => (error ? fail(error) : done())));
}

/** Ends the session of a request. */
export function endSession(request: Request): Promise<void> {
  return new Promise((done, fail) => request.session.destroy((error) => (error ? fail(error) : done())));
}
