import type { AccountRole } from "../../shared/accessAnswers.ts";
import type { Reference } from "../../shared/reference.ts";
import type { Account, Accounts } from "./account.ts";
import { hashPassword } from "./passwords.ts";

/** The password of every account of the demonstration. */
export const DEMO_PASSWORD = "demo";

/** One account a role, by the name that is typed. */
export const DEMO_ACCOUNTS: readonly { readonly id: string; readonly role: AccountRole; readonly name: string }[] = [
  { id: "coordinator", role: "coordinator", name: "Айгүл Сейітова" },
  { id: "region", role: "regional-manager", name: "Ерлан Нұрғалиев" },
  { id: "manager", role: "manager", name: "Гүлнар Әбдірахманова" },
  { id: "supervisor", role: "supervisor", name: "Марат Қасымов" },
  { id: "operator", role: "operator", name: "Динара Омарова" },
  { id: "analyst", role: "analyst", name: "Тимур Жүнісов" },
];

/** Where the accounts of the demonstration work: the capital's first office, when the reference data have it. */
function placeOf(role: AccountRole, reference: Reference): Pick<Account, "region" | "office" | "operator"> {
  const office = reference.offices.find(({ id }) => id === "KZ-71-01") ?? reference.offices[0];
  const region = office?.region ?? null;
  if (role === "coordinator" || role === "analyst" || office === undefined)
    return { region: null, office: null, operator: null };
  if (role === "regional-manager") return { region, office: null, operator: null };
  const desk = reference.operators.find((one) => one.office === office.id && one.role === "operator");
  return { region, office: office.id, operator: role === "operator" ? (desk?.id ?? `${office.id}-01`) : null };
}

/** Makes the accounts of the demonstration where they are missing. @throws RedisAwayError */
export async function makeDemoAccounts(accounts: Accounts, reference: Reference, now: number): Promise<void> {
  let password: string | null = null;
  for (const { id, role, name } of DEMO_ACCOUNTS) {
    if ((await accounts.get(id)) !== null) continue;
    password ??= await hashPassword(DEMO_PASSWORD);
    await accounts.add({
      id,
      role,
      name,
      ...placeOf(role, reference),
      password,
      disabled: false,
      mustChange: false,
      generation: 1,
      demo: true,
      createdAt: now,
      createdBy: "demo",
    });
  }
}
