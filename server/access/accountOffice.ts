import { z } from "zod";
import type { Principal } from "../../shared/access.ts";
import { ACCOUNT_ROLES } from "../../shared/accessAnswers.ts";
import { Problem } from "../http/problem.ts";
import { type Account, type Accounts, accountId, isAccountId } from "./account.ts";
import { accountPlace, type KnownPlaces } from "./accountPlace.ts";
import type { AccessEvent, Audit } from "./audit.ts";
import { hashPassword, oneTimePassword } from "./passwords.ts";
import { mayKeep } from "./ranks.ts";

/** What a new account is made of. */
export const newAccount = z.strictObject({
  account: z.string().max(64),
  name: z.string().trim().min(1).max(120),
  role: z.enum(ACCOUNT_ROLES),
  region: z.string().max(64).nullish(),
  office: z.string().max(64).nullish(),
  operator: z.string().max(64).nullish(),
});
export type NewAccount = z.infer<typeof newAccount>;

/** What keeping accounts stands on. */
export interface AccountOfficeParts extends KnownPlaces {
  readonly accounts: Accounts;
  readonly audit: Audit;
  readonly clock: { now(): number };
  /** The accounts that are made belong to the demonstration. */
  readonly demo: boolean;
}

function wrong(parameter: string, remedy: string): Problem {
  return new Problem("invalid-parameter", `${parameter}: ${remedy}`, { members: { parameter } });
}

/** Makes, disables, enables and resets accounts; each by a keeper who may, each taken down. */
export class AccountOffice {
  readonly #parts: AccountOfficeParts;

  constructor(parts: AccountOfficeParts) {
    this.#parts = parts;
  }

  /** Makes an account; the one-time password is told this once. @throws Problem, RedisAwayError */
  async create(keeper: Principal, given: NewAccount): Promise<{ account: Account; password: string }> {
    const { accounts, clock, demo } = this.#parts;
    const id = accountId(given.account);
    if (!isAccountId(id)) throw wrong("account", "use 1 to 64 of a-z 0-9 . _ @ -, a letter or digit at both ends.");
    const place = accountPlace(given, this.#parts);
    if (!mayKeep(keeper, { role: given.role, ...place }))
      throw new Problem("forbidden", "You make accounts for your own place, with roles up to your own.");
    const password = oneTimePassword();
    const account: Account = {
      id,
      name: given.name,
      role: given.role,
      ...place,
      password: await hashPassword(password),
      disabled: false,
      mustChange: true,
      generation: 1,
      demo,
      createdAt: clock.now(),
      createdBy: keeper.id,
    };
    if (!(await accounts.add(account))) throw new Problem("taken", "account: this name is taken; choose another one.");
    await this.#note(keeper, "created-account", account);
    return { account, password };
  }

  /** Shuts an account out, at once and everywhere. @throws Problem, RedisAwayError */
  disable(keeper: Principal, id: string): Promise<Account> {
    if (id === keeper.id) throw new Problem("forbidden", "Nobody shuts themselves out; let somebody else do it.");
    return this.#change(keeper, id, "disabled-account", (before) => ({ ...before, disabled: true }));
  }

  /** Lets an account in again. @throws Problem, RedisAwayError */
  enable(keeper: Principal, id: string): Promise<Account> {
    return this.#change(keeper, id, "enabled-account", (before) => ({ ...before, disabled: false }));
  }

  /** Gives an account a new one-time password, told this once; its sessions end. @throws Problem, RedisAwayError */
  async reset(keeper: Principal, id: string): Promise<{ account: Account; password: string }> {
    const password = oneTimePassword();
    const hashed = await hashPassword(password);
    const account = await this.#change(keeper, id, "reset-password", (before) => {
      if (before.password === null)
        throw new Problem("forbidden", "This account signs in through the organisation and has no password here.");
      return { ...before, password: hashed, mustChange: true };
    });
    return { account, password };
  }

  async #change(keeper: Principal, id: string, act: AccessEvent, change: (before: Account) => Account) {
    const absent = () => new Problem("not-found", "There is no such account among those that you keep.");
    const account = await this.#parts.accounts.change(id, (before) => {
      if (!mayKeep(keeper, before)) throw absent();
      return { ...change(before), generation: before.generation + 1 };
    });
    if (account === null) throw absent();
    await this.#note(keeper, act, account);
    return account;
  }

  #note(by: Principal, act: AccessEvent, { id, role, region, office }: Account): Promise<void> {
    return this.#parts.audit.record({ by, act, what: `${id} (${role})`, region, office });
  }
}
