import type { Principal } from "./access.ts";

/** How somebody is known: by a session, by a token, as a screen, or as a visitor of the demonstration. */
export type Way = "session" | "token" | "display" | "visitor";

/** The answer of `GET /api/me`. */
export interface Me {
  readonly principal: Principal;
  readonly way: Way;
  /** The password was set by somebody else and must be changed before anything else. */
  readonly mustChange: boolean;
  /** It can be changed here: it is not kept by somebody else. */
  readonly ownPassword: boolean;
}

/** What an account can be for; tokens and visitors have none. */
export const ACCOUNT_ROLES = [
  "coordinator",
  "regional-manager",
  "manager",
  "supervisor",
  "operator",
  "analyst",
] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** The answer of `GET /api/session`: the ways to sign in. */
export interface SignInWays {
  /** At least one account exists; without any the first is made on the server's own command line. */
  readonly accounts: boolean;
  /** The name of the organisation whose sign-in is taken; null: none is. */
  readonly organisation: string | null;
  /** The accounts of the demonstration, one a role; none otherwise. */
  readonly demo: readonly { readonly account: string; readonly role: AccountRole; readonly password: string }[];
}

/** An account as those see it who keep the accounts. */
export interface AccountView {
  readonly id: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly region: string | null;
  readonly office: string | null;
  readonly operator: string | null;
  readonly disabled: boolean;
  readonly mustChange: boolean;
  /** It signs in through the organisation and has no password here. */
  readonly organisation: boolean;
  /** Epoch ms on the centre's clock. */
  readonly createdAt: number;
  readonly createdBy: string;
  /** The asker may disable it and set its password anew. */
  readonly mine: boolean;
}

/** A screen that is let in by its token. */
export interface ScreenView {
  readonly id: string;
  readonly name: string;
  readonly region: string | null;
  readonly office: string | null;
  readonly createdAt: number;
  readonly createdBy: string;
}

/** One entry of the log of who did what. `at` is epoch ms on the centre's clock. */
export interface AuditView {
  readonly id: string;
  readonly at: number;
  readonly by: Pick<Principal, "id" | "role" | "name">;
  readonly act: string;
  readonly what: string;
  readonly region: string | null;
  readonly office: string | null;
  readonly operator: string | null;
}

/** A page of the log, the newest first; `next` is the `before` of the following page, null at the end. */
export interface AuditPage {
  readonly items: readonly AuditView[];
  readonly next: string | null;
}
