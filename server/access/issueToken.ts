import { randomBytes } from "node:crypto";
import type { TokenHashes } from "../ports.ts";
import { hashToken, makeToken } from "./tokens.ts";

/** What issuing a token needs. */
export interface TokenOffice {
  readonly hashes: TokenHashes;
  knownOffice(id: string): boolean;
  print(line: string): void;
}

/**
 * Makes a new token for an office, keeps its hash and prints it once; the office's earlier token stops working.
 * Returns the exit code: 0 when it is issued, 2 when the office is missing or unknown. @throws RedisAwayError
 */
export async function issueToken(argv: readonly string[], centre: TokenOffice): Promise<number> {
  const [office, ...rest] = argv;
  if (office === undefined || rest.length > 0) {
    centre.print("Name one office: npm run token -- KZ-71-01");
    return 2;
  }
  if (!centre.knownOffice(office)) {
    centre.print(`The reference data has no office "${office}"; use the id of one of its offices, such as KZ-71-01.`);
    return 2;
  }
  const token = makeToken(randomBytes(32));
  await centre.hashes.keep(hashToken(token), office);
  centre.print(`Token of ${office}, shown this once; an earlier token of the office is worth nothing now:`);
  centre.print(token);
  return 0;
}
