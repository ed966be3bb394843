import type { Principal } from "./access.ts";

/** How somebody is known: by a session, by a token, as a screen, or as a visitor of the demonstration. */
export type Way = "session" | "token" | "display" | "visitor";

/** The answer of `GET /api/me`. */
export interface Me {
  readonly principal: Principal;
  readonly way: Way;
  /** The password was set by somebody else and must be changed before anything else. */
  readonly mustChange: boolean;
}
