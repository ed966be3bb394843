import { useEffect, useState } from "react";
import type { Me } from "../../shared/accessAnswers.ts";
import { homeOf } from "./home.ts";

/** How signing in stands. `until`: epoch ms on the browser's monotonic clock. */
export type SignInState =
  | { readonly kind: "ready" | "checking" | "wrong" | "away" }
  | { readonly kind: "slow"; readonly until: number };

/** Where one goes after signing in: to the address that was asked for, or home. */
function onward(me: Me): void {
  const here = location.pathname;
  if (here === "/sign-in" || here === "/" || me.mustChange) location.assign(homeOf(me.principal));
  else location.reload();
}

/** Seconds that one still has to wait; 0 when one may try. */
export function useSecondsLeft(state: SignInState): number {
  const until = state.kind === "slow" ? state.until : 0;
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const count = (): void => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1000)));
    count();
    if (until === 0) return;
    const timer = setInterval(count, 250);
    return () => clearInterval(timer);
  }, [until]);
  return left;
}

/** Signing in with an account, and how it stands. */
export function useSignIn(): {
  readonly state: SignInState;
  readonly signIn: (account: string, password: string) => Promise<void>;
} {
  const [state, setState] = useState<SignInState>({ kind: "ready" });
  const signIn = async (account: string, password: string): Promise<void> => {
    setState({ kind: "checking" });
    try {
      const response = await fetch("/api/session", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ account, password }),
      });
      if (response.ok) onward((await response.json()) as Me);
      else if (response.status === 429) {
        const seconds = Number(response.headers.get("retry-after") ?? 60);
        setState({ kind: "slow", until: performance.now() + seconds * 1000 });
      } else setState({ kind: response.status === 401 ? "wrong" : "away" });
    } catch {
      setState({ kind: "away" });
    }
  };
  return { state, signIn };
}

/** Signs out and begins anew: nothing that was seen stays in this browser. */
export async function signOut(): Promise<void> {
  await fetch("/api/session", { method: "DELETE" }).catch(() => null);
  location.assign("/");
}
