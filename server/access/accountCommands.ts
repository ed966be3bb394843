import { parseArgs } from "node:util";
import type { Principal } from "../../shared/access.ts";
import { Problem } from "../http/problem.ts";
import { type Account, type Accounts, accountId } from "./account.ts";
import { type AccountOffice, newAccount } from "./accountOffice.ts";

/** Whoever may use the server's command line may keep every account. */
const KEEPER: Principal = {
  id: "command-line",
  role: "coordinator",
  name: "npm run account",
  region: null,
  office: null,
  operator: null,
};

const USAGE = `npm run account -- list
npm run account -- create --role coordinator --account a.seitova --name "Aigul Seitova"
                   (roles: coordinator; regional-manager --region KZ-71; manager or supervisor --office KZ-71-01;
                    operator --office KZ-71-01 --operator KZ-71-01-07; analyst, alone or with --region or --office)
npm run account -- disable|enable|reset --account a.seitova`;

export interface AccountCommands {
  readonly accounts: Pick<Accounts, "all">;
  readonly office: AccountOffice;
  print(line: string): void;
}

function lineOf({ id, role, region, office, operator, name, disabled }: Account): string {
  const place = office ?? region ?? "country";
  return [id, role, operator === null ? place : `${place} ${operator}`, name, disabled ? "disabled" : ""].join("\t");
}

/**
 * Does what the command line says about accounts; a new one-time password is printed once. Returns the exit code: 0 when
 * it is done, 2 when the words are wrong. @throws RedisAwayError
 */
export async function keepAccounts(
  argv: readonly string[],
  { accounts, office, print }: AccountCommands,
): Promise<number> {
  const text = { type: "string" } as const;
  const options = { role: text, account: text, name: text, region: text, office: text, operator: text };
  const complain = (why: string): number => {
    print(`${why}\n\n${USAGE}`);
    return 2;
  };
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    const [act] = positionals;
    if (positionals.length !== 1) return complain("Say what to do.");
    if (act === "list") {
      for (const account of await accounts.all()) print(lineOf(account));
      return 0;
    }
    const id = accountId(values.account ?? "");
    if (id === "") return complain("Name the account with --account.");
    if (act === "create") {
      const given = newAccount.safeParse(values);
      if (!given.success) return complain(`--${given.error.issues[0]?.path.join(".")} is missing or wrong.`);
      const { account, password } = await office.create(KEEPER, given.data);
      print(`Account ${account.id} (${account.role}), its one-time password, shown this once:`);
      print(password);
    } else if (act === "reset") {
      const { account, password } = await office.reset(KEEPER, id);
      print(`New one-time password of ${account.id}, shown this once; whoever was signed in is signed out:`);
      print(password);
    } else if (act === "disable" || act === "enable") print(lineOf(await office[act](KEEPER, id)));
    else return complain(`"${act}" is not known.`);
    return 0;
  } catch (error) {
    if (error instanceof Problem) return complain(error.message);
    if (error instanceof TypeError && "code" in error) return complain(error.message);
    throw error;
  }
}
