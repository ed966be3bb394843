import type { ServiceKind } from "../../../shared/reference.ts";
import settings from "../../simulation.json" with { type: "json" };

/** A span from which a number is drawn evenly. */
export type Span = readonly number[];

/** How the desks treat one kind of services: its share of the clients, active minutes, and how often it is paid or refused. */
export interface KindSettings {
  readonly weight: number;
  readonly minutes: number;
  readonly sigma: number;
  readonly paid: number;
  readonly refused: number;
}

/** Everything that a simulated country is tuned by; the file says where its numbers come from. */
export type Settings = Omit<typeof settings, "kinds" | "scenarios"> & {
  readonly kinds: Readonly<Record<ServiceKind, KindSettings>>;
  readonly scenarios: {
    readonly landRush: Omit<typeof settings.scenarios.landRush, "office" | "kind"> & {
      readonly office: string | null;
      readonly kind: string;
    };
    readonly authorityStalls: Omit<typeof settings.scenarios.authorityStalls, "authority"> & {
      readonly authority: string | null;
    };
    readonly officeCutOff: Omit<typeof settings.scenarios.officeCutOff, "office"> & { readonly office: string | null };
  };
};

/** The settings that come with the product. */
export const SETTINGS: Settings = settings;

/** The lower end of a span. */
export function low(span: Span): number {
  return span[0] ?? 0;
}

/** The upper end of a span. */
export function high(span: Span): number {
  return span[1] ?? low(span);
}
