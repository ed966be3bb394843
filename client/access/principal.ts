import { createContext, useContext } from "react";
import { type Act, may, type Principal, type Where } from "../../shared/access.ts";
import type { Me } from "../../shared/accessAnswers.ts";
import type { Reading } from "../../shared/reading.ts";

/**
 * Who uses this browser: not asked yet, not to be found out just now (`waiting`: because the centre has just been started
 * and still reads its stored data), nobody, or somebody.
 */
export type Asker =
  | { readonly state: "asking" }
  | { readonly state: "unknown" }
  | { readonly state: "waiting"; readonly reading: Reading }
  | { readonly state: "nobody" }
  | ({ readonly state: "known" } & Me);

export const AskerContext = createContext<Asker>({ state: "asking" });

/** Who uses this browser, with the way in which they are known. */
export function useAsker(): Asker {
  return useContext(AskerContext);
}

/** Who uses this browser; null while that is not known. */
export function usePrincipal(): Principal | null {
  const asker = useAsker();
  return asker.state === "known" ? asker.principal : null;
}

/** Whether who uses this browser may do it there. What the server would refuse is not offered; nobody may nothing. */
export function useMay(act: Act, where: Where = {}): boolean {
  const principal = usePrincipal();
  return principal !== null && may(principal, act, where);
}
