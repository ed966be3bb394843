/** Why something was refused at the desk, sent back by an authority and by whose fault, or in whose hands delayed. */
export type Cause =
  | { readonly kind: "rejected"; readonly service: string; readonly reason: string }
  | {
      readonly kind: "returned";
      readonly fault: string;
      readonly service: string;
      readonly authority: string;
      readonly reason: string;
    }
  | { readonly kind: "delayed"; readonly holder: string; readonly service: string; readonly authority: string };

/** The key of a refusal's row. Identifiers hold no bar, and the reason, which may, stands last. */
export function refusalKey(service: string, reason: string): string {
  return `rejected|${service}|${reason}`;
}

/** The key of a return's row; `matter` is service and authority of the acceptance, empty while it is not told. */
export function returnKey(fault: string, matter: string, reason: string): string {
  return `returned|${fault}|${matter === "" ? "|" : matter}|${reason}`;
}

/** The key of a delay's row: who had the application in hand when its deadline came. */
export function delayKey(holder: string, matter: string): string {
  return `delayed|${holder}|${matter}`;
}

/** The cause of a key that was made here. */
export function causeOf(key: string): Cause {
  const parts = key.split("|");
  const [kind, first = "", second = "", third = ""] = parts;
  if (kind === "delayed") return { kind, holder: first, service: second, authority: third };
  return kind === "rejected"
    ? { kind, service: first, reason: parts.slice(2).join("|") }
    : { kind: "returned", fault: first, service: second, authority: third, reason: parts.slice(4).join("|") };
}
