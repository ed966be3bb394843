import { type FormEvent, useState } from "react";
import { may, type Principal } from "../../shared/access.ts";
import { ACCOUNT_ROLES, type AccountRole, type AccountView } from "../../shared/accessAnswers.ts";
import { SelectField, TextField, Trouble } from "../components/Field.tsx";
import { useRoomWords } from "../settings.ts";
import { ACCOUNTS_WORDS } from "./accountsWords.ts";
import { askFor } from "./asks.ts";
import { type ChosenPlace, PlaceFields } from "./PlaceFields.tsx";
import { WORDS } from "./words.ts";

/** The roles that somebody may give, by their own place. */
function rolesOf(principal: Principal): readonly AccountRole[] {
  const { office, region } = principal;
  if (office !== null) return ["operator", "supervisor", "analyst", "manager"];
  if (region !== null) return ["operator", "supervisor", "analyst", "manager", "regional-manager"];
  return may(principal, "manage-accounts") ? [...ACCOUNT_ROLES].reverse() : [];
}

const NEED = { coordinator: "no", analyst: "may", "regional-manager": "must" } as const;

/** The form for a new account; the one-time password is handed up. */
export function NewAccount({
  principal,
  made,
}: {
  principal: Principal;
  made: (answer: { readonly account: AccountView; readonly password: string }) => void;
}) {
  const said = useRoomWords(ACCOUNTS_WORDS);
  const roles = useRoomWords(WORDS).role;
  const [role, setRole] = useState<AccountRole>("operator");
  const [place, setPlace] = useState<ChosenPlace>({ region: "", office: "" });
  const [trouble, setTrouble] = useState("");
  const region = NEED[role as keyof typeof NEED] ?? "must";
  const office = role === "coordinator" || role === "regional-manager" ? "no" : role === "analyst" ? "may" : "must";
  const fields: Readonly<Record<string, string>> = {
    account: said.account,
    name: said.name,
    region: said.region,
    office: said.office,
    operator: said.operator,
    role: said.role,
  };
  const save = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const text = (name: string): string => String(new FormData(form).get(name) ?? "").trim();
    const of = office === "no" ? "" : (principal.office ?? place.office);
    const within = region === "no" || of !== "" ? "" : (principal.region ?? place.region);
    const outcome = await askFor<{ account: AccountView; password: string }>("POST", "/api/accounts", {
      account: text("account"),
      name: text("name"),
      role,
      ...(within === "" ? {} : { region: within }),
      ...(of === "" ? {} : { office: of }),
      ...(role === "operator" ? { operator: text("operator") } : {}),
    });
    if (!outcome.ok) {
      setTrouble(outcome.why === "wrong" ? said.wrong(fields[outcome.field] ?? outcome.field) : said[outcome.why]);
      return;
    }
    setTrouble("");
    form.reset();
    made(outcome.answer);
  };
  return (
    <form className="form" onSubmit={(event) => void save(event)}>
      <SelectField
        label={said.role}
        name="role"
        value={role}
        onChange={(event) => setRole(event.target.value as AccountRole)}
        offers={rolesOf(principal).map((id) => ({ id, name: roles[id] }))}
      />
      <PlaceFields place={place} choose={setPlace} region={region} office={office} />
      {role === "operator" && (
        <TextField
          label={said.operator}
          name="operator"
          required
          maxLength={64}
          placeholder={said.operatorHint}
          autoComplete="off"
        />
      )}
      <TextField label={said.name} name="name" required maxLength={120} autoComplete="off" />
      <TextField
        label={said.account}
        name="account"
        required
        maxLength={64}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        placeholder={said.accountHint}
      />
      {trouble !== "" && <Trouble>{trouble}</Trouble>}
      <div className="deeds">
        <button type="submit" className="button button--main">
          {said.save}
        </button>
      </div>
    </form>
  );
}
