import type { WireRow } from "../../shared/wire.ts";
import { compareIn } from "../language.ts";
import { numberOf, wordOf } from "./figures.ts";
import type { Entry } from "./rows.ts";

const STATES = ["free", "serving", "paused", "away"] as const;
export type DeskState = (typeof STATES)[number];

/** A desk as it stands, and the figures of whoever works there; never who it is. */
export interface Desk {
  /** Names the row on this screen only. */
  readonly key: string;
  /** The desk's number; null when it is not known. */
  readonly number: string | null;
  readonly state: DeskState;
  readonly since: number | null;
  readonly ticket: string | null;
  readonly reason: string | null;
  /** Since when the ticket that is served there is paused. */
  readonly reasonSince: number | null;
  readonly signedInSince: number | null;
  readonly role: string | null;
  readonly figures: WireRow | undefined;
}

const FIELDS = [
  "key",
  "number",
  "state",
  "since",
  "ticket",
  "reason",
  "reasonSince",
  "signedInSince",
  "role",
  "figures",
] as const satisfies readonly (keyof Desk)[];

/** Whether two desks look the same, so that neither need be drawn anew. */
export function sameDesk(a: Desk, b: Desk): boolean {
  return FIELDS.every((field) => a[field] === b[field]);
}

function compareDesks(a: Desk, b: Desk): number {
  if (a.number === null || b.number === null) {
    if (a.number !== b.number) return a.number === null ? 1 : -1;
  } else {
    const order = compareIn("ru", a.number, b.number);
    if (order !== 0) return order;
  }
  return (
    (a.signedInSince ?? Number.POSITIVE_INFINITY) - (b.signedInSince ?? Number.POSITIVE_INFINITY) ||
    a.key.localeCompare(b.key)
  );
}

function saidOrNull(text: string | null): string | null {
  return text === "" ? null : text;
}

/** The desks of an office in the order of their numbers; two shifts at one desk are two entries. */
export function desksOf(desks: readonly Entry[], operators: readonly Entry[]): readonly Desk[] {
  const figures = new Map(operators.map(({ id, row }) => [id, row]));
  return desks
    .map(({ id, row }) => {
      const said = wordOf("desk", row, "state");
      return {
        key: id,
        number: saidOrNull(wordOf("desk", row, "desk")),
        state: STATES.find((state) => state === said) ?? "away",
        since: numberOf("desk", row, "since"),
        ticket: saidOrNull(wordOf("desk", row, "ticket")),
        reason: saidOrNull(wordOf("desk", row, "reason")),
        reasonSince: numberOf("desk", row, "reasonSince"),
        signedInSince: numberOf("desk", row, "signedInSince"),
        role: saidOrNull(wordOf("desk", row, "role")),
        figures: figures.get(id),
      };
    })
    .sort(compareDesks);
}

/** All desks that an office has: those of `present`, and the numbers up to `count` at which nobody is signed in. */
export function floorOf(present: readonly Desk[], count: number): readonly Desk[] {
  const taken = new Set(present.map(({ number }) => number));
  const empty = Array.from({ length: count }, (_, at) => String(at + 1))
    .filter((number) => !taken.has(number))
    .map(
      (number): Desk => ({
        key: `empty-${number}`,
        number,
        state: "away",
        since: null,
        ticket: null,
        reason: null,
        reasonSince: null,
        signedInSince: null,
        role: null,
        figures: undefined,
      }),
    );
  return [...present, ...empty].sort(compareDesks);
}
