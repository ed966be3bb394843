import { ACCOUNT_ROLES, type AccountRole } from "../shared/accessAnswers.ts";
import type { OrganisationConfig } from "./access/organisation.ts";

type Environment = Readonly<Record<string, string | undefined>>;
type Complain = (name: string, value: string, remedy: string) => void;

function rolesOf(text: string, complain: Complain): Readonly<Record<string, AccountRole>> {
  const roles: Record<string, AccountRole> = {};
  for (const pair of text.split(",").filter((each) => each.trim() !== "")) {
    const at = pair.lastIndexOf("=");
    const role = ACCOUNT_ROLES.find((known) => known === pair.slice(at + 1).trim());
    if (at > 0 && role !== undefined) roles[pair.slice(0, at).trim()] = role;
    else
      complain(
        "OIDC_ROLES",
        `"${pair}"`,
        `write value=role with commas between, of the roles ${ACCOUNT_ROLES.join(", ")}`,
      );
  }
  return roles;
}

/** The organisation's sign-in out of the variables `OIDC_…`; null without `OIDC_ISSUER`. */
export function organisationConfig(env: Environment, complain: Complain): OrganisationConfig | null {
  const text = (name: string, fallback = ""): string => env[name]?.trim() || fallback;
  const issuer = text("OIDC_ISSUER");
  if (issuer === "") return null;
  if (!URL.canParse(issuer) || !/^https?:$/.test(new URL(issuer).protocol))
    complain("OIDC_ISSUER", `"${issuer}"`, "use the issuer's address, such as https://id.example.kz, or leave it out");
  for (const name of ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"])
    if (text(name) === "") complain(name, "missing", "give what the issuer has registered, or leave OIDC_ISSUER out");
  return {
    issuer,
    clientId: text("OIDC_CLIENT_ID"),
    clientSecret: text("OIDC_CLIENT_SECRET"),
    name: text("OIDC_NAME", URL.canParse(issuer) ? new URL(issuer).hostname : issuer),
    scope: text("OIDC_SCOPE", "openid profile"),
    claims: {
      role: text("OIDC_CLAIM_ROLE", "role"),
      region: text("OIDC_CLAIM_REGION", "region"),
      office: text("OIDC_CLAIM_OFFICE", "office"),
      operator: text("OIDC_CLAIM_OPERATOR", "operator"),
    },
    roles: rolesOf(text("OIDC_ROLES"), complain),
  };
}
