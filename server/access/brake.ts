/** Slows down who guesses passwords. Each @throws RedisAwayError */
export interface Brake {
  /** Counts a try before it is made: milliseconds to wait when there were too many, else 0. */
  press(account: string, address: string): Promise<number>;
  /** The password was right: the account's tries from there are forgotten. */
  release(account: string, address: string): Promise<void>;
}

/** Tries within a quarter of an hour: with one account from one address, with it from anywhere, from one address. */
export const TRIES = { together: 5, account: 20, address: 60 } as const;
export const TRIES_SECONDS = 900;
