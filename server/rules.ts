import type { ReferenceIndex } from "../shared/referenceIndex.ts";
import { deadlineFor } from "./core/deadlines.ts";
import type { OfficeRules } from "./core/office.ts";
import { OPERATOR_MONTHS } from "./core/retention.ts";

/** The rules of every office of the reference data, made when first asked for; null for an office it does not have. */
export function officeRules(
  index: ReferenceIndex,
  operatorMonths = OPERATOR_MONTHS,
): (office: string) => OfficeRules | null {
  const made = new Map<string, OfficeRules>();
  return (id) => {
    const known = made.get(id);
    if (known !== undefined) return known;
    const office = index.offices.get(id);
    if (office === undefined) return null;
    const rules: OfficeRules = {
      id,
      zone: office.zone,
      operatorMonths,
      waitNorm: office.waitNormSeconds * 1000,
      deadline: (service, variant, accepted) => deadlineFor(index, service, variant || null, accepted, office.zone),
      authorityOf: (service) => index.services.get(service)?.authority ?? "",
      knows: (what, named) =>
        (what === "operator" ? index.operators : what === "service" ? index.services : index.authorities).has(named),
    };
    made.set(id, rules);
    return rules;
  };
}
