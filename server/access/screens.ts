import type { Principal } from "../../shared/access.ts";
import type { ScreenView } from "../../shared/accessAnswers.ts";

/** An unattended screen that is let in by a token: of one place, figures in sums alone. */
export type Screen = ScreenView;

/** Where the screens are kept, by the SHA-256 of their tokens. Each @throws RedisAwayError */
export interface Screens {
  byHash(hash: string): Promise<Screen | null>;
  all(): Promise<readonly Screen[]>;
  keep(hash: string, screen: Screen): Promise<void>;
  /** Shuts it out; false when there is none. */
  remove(id: string): Promise<boolean>;
}

/** The cookie by which a screen is known; it is renewed whenever the screen opens its address. */
export const SCREEN_COOKIE = "oss.screen";
/** How long the cookie stays, ms: the longest that browsers keep one. */
export const SCREEN_COOKIE_MS = 400 * 86_400_000;

/** Who a screen is. */
export function principalOfScreen({ id, name, region, office }: Screen): Principal {
  return { id: `screen:${id}`, role: "display", name, region, office, operator: null };
}

/** The value of a cookie in a `Cookie` header, null when it is not there. */
export function cookieOf(header: string | undefined, name: string): string | null {
  for (const part of (header ?? "").split(";")) {
    const [key, value] = part.trim().split("=", 2);
    if (key === name && value !== undefined && /^[\w-]{1,200}$/.test(value)) return value;
  }
  return null;
}
