import type { Response } from "express";
import type { Principal } from "../../shared/access.ts";
import type { Way } from "../../shared/accessAnswers.ts";

/**
 * Who sent a request or opened a socket. Beside those who are known: a `sender` of events, the `machine` itself (which
 * may ask for measurements), a `foreign` page that asks through somebody's browser, a `stranger` with a token that
 * nobody knows, and `nobody`.
 */
export interface Caller {
  readonly way: Way | "sender" | "machine" | "foreign" | "stranger" | "nobody";
  readonly principal: Principal | null;
  readonly mustChange: boolean;
  /** It has a password of its own here. */
  readonly ownPassword: boolean;
  /** What it was let in by, to ask later whether that still holds: a session's or a screen's key. */
  readonly key: string | null;
  readonly generation: number;
  /** When the session is over at the latest, epoch ms of the real time; null: it has no end of its own. */
  readonly until: number | null;
}

/** A caller of whom only the way is known. */
export function unknownCaller(way: Caller["way"]): Caller {
  return { way, principal: null, mustChange: false, ownPassword: false, key: null, generation: 0, until: null };
}

/** A caller who is known. */
export function knownCaller(
  way: Way,
  principal: Principal,
  more: Partial<Pick<Caller, "mustChange" | "ownPassword" | "key" | "generation" | "until">> = {},
): Caller {
  return { way, principal, mustChange: false, ownPassword: false, key: null, generation: 0, until: null, ...more };
}

/** Who sent the request that this answers. */
export function callerBehind(response: Response): Caller {
  return (response.locals.caller as Caller | undefined) ?? unknownCaller("nobody");
}
