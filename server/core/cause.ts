import type { Day } from "../../shared/time.ts";

/**
 * Why something was refused at the desk, sent back by an authority and by whose fault, or in whose hands delayed; and in
 * whose hands it lay from one local date to another after its deadline (`to` null: still).
 */
export type Cause =
  | { readonly kind: "rejected"; readonly service: string; readonly reason: string }
  | {
      readonly kind: "returned";
      readonly fault: string;
      readonly service: string;
      readonly authority: string;
      readonly reason: string;
    }
  | { readonly kind: "delayed"; readonly holder: string; readonly service: string; readonly authority: string }
  | {
      readonly kind: "late";
      readonly holder: string;
      readonly service: string;
      readonly authority: string;
      readonly from: Day;
      readonly to: Day | null;
    };

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

/** The key of the time that delayed applications lay with somebody after their deadline, all from and to the same dates. */
export function lateKey(holder: string, matter: string, from: Day, to: Day | null): string {
  return `late|${holder}|${matter}|${from}|${to ?? ""}`;
}

/** The cause of a key that was made here. */
export function causeOf(key: string): Cause {
  const parts = key.split("|");
  const [kind, first = "", second = "", third = ""] = parts;
  if (kind === "delayed") return { kind, holder: first, service: second, authority: third };
  if (kind === "late") {
    const [from, to] = [parts[4], parts[5]];
    return { kind, holder: first, service: second, authority: third, from: Number(from), to: to ? Number(to) : null };
  }
  return kind === "rejected"
    ? { kind, service: first, reason: parts.slice(2).join("|") }
    : { kind: "returned", fault: first, service: second, authority: third, reason: parts.slice(4).join("|") };
}
