import { createContext, useContext } from "react";
import type { Principal } from "../../shared/access.ts";
import type { Way } from "../../shared/accessAnswers.ts";

/** Who uses this browser: not known yet, nobody, or somebody. */
export type Asker =
  | { readonly state: "asking" }
  | { readonly state: "nobody" }
  | { readonly state: "known"; readonly principal: Principal; readonly way: Way; readonly mustChange: boolean };

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
