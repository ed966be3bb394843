/** Reads the short texts of the applications that an office has in hand, see `packOpen`. Each @throws RedisAwayError */
export interface ReadOpen {
  values(office: string): Promise<readonly string[]>;
  /** With the numbers of the applications. */
  entries(office: string): Promise<readonly (readonly [application: string, packed: string])[]>;
}
