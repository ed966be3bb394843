import type { Principal } from "../../shared/access.ts";
import type { AccountRole, AccountView } from "../../shared/accessAnswers.ts";

/** An account as it is kept. */
export interface Account {
  /** What is typed to sign in; of an organisation's account its issuer's name for the person. */
  readonly id: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly region: string | null;
  readonly office: string | null;
  readonly operator: string | null;
  /** The argon2id hash; null: it signs in through the organisation. */
  readonly password: string | null;
  readonly disabled: boolean;
  readonly mustChange: boolean;
  /** Sessions of an earlier generation are over. */
  readonly generation: number;
  /** It belongs to the demonstration and opens nothing elsewhere. */
  readonly demo: boolean;
  /** Epoch ms on the centre's clock. */
  readonly createdAt: number;
  readonly createdBy: string;
}

/** Where accounts are kept. Each @throws RedisAwayError */
export interface Accounts {
  get(id: string): Promise<Account | null>;
  all(): Promise<readonly Account[]>;
  /** False when the id is taken. */
  add(account: Account): Promise<boolean>;
  /** Changes it in one step; null when there is none. */
  change(id: string, change: (before: Account) => Account): Promise<Account | null>;
}

/** What is typed to sign in, as it is kept: without spaces around it, in small letters. */
export function accountId(typed: string): string {
  return typed.trim().toLowerCase();
}

/** Whether a text can be the name that one signs in with. */
export function isAccountId(text: string): boolean {
  return /^[a-z0-9](?:[a-z0-9._@-]{0,62}[a-z0-9])?$/.test(text);
}

/** Who somebody is who has signed in with this account. */
export function principalOfAccount({ id, role, region, office, operator, name }: Account): Principal {
  return { id, role, region, office, operator, name };
}

/** What those see of it who keep the accounts: never the hash. */
export function viewOfAccount(account: Account, mine: boolean): AccountView {
  const { id, name, role, region, office, operator, disabled, mustChange, createdAt, createdBy } = account;
  const organisation = account.password === null;
  return { id, name, role, region, office, operator, disabled, mustChange, organisation, createdAt, createdBy, mine };
}
