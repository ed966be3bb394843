import { parseArgs } from "node:util";

/** The measurements by their names. */
export const LINES = [
  "catching-up",
  "screen",
  "viewers",
  "statistics",
  "exports",
  "start",
  "client",
  "longtasks",
  "forecast",
] as const;
export type LineName = (typeof LINES)[number];

/** What the bench was asked for. */
export interface BenchOptions {
  readonly only: readonly LineName[];
  /** Fewer events and repetitions: a first impression in about a minute. */
  readonly quick: boolean;
  /** The whole month is made event by event, not laid out of some of its days. */
  readonly full: boolean;
  readonly json: boolean;
  /** Adds where the processor's time goes while catching up. */
  readonly profile: boolean;
}

/** A word on the command line that the bench does not know. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const USAGE = `npm run bench -- [--only ${LINES.join("|")}] [--quick | --full] [--json] [--profile]`;

function isLine(name: string): name is LineName {
  return (LINES as readonly string[]).includes(name);
}

/** The options of a command line. @throws UsageError that names the word and what would be understood. */
export function readOptions(words: readonly string[]): BenchOptions {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        only: { type: "string", multiple: true },
        quick: { type: "boolean", default: false },
        full: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        profile: { type: "boolean", default: false },
      },
    });
    const wanted = (values.only ?? []).flatMap((names) => names.split(","));
    const only = wanted.map((name) => {
      if (isLine(name)) return name;
      throw new UsageError(`--only does not know "${name}"; use ${LINES.join(", ")}.`);
    });
    const { quick, full, json, profile } = values;
    if (quick && full) throw new UsageError("--quick and --full do not go together; give one of them.");
    return { only: only.length > 0 ? only : LINES, quick, full, json, profile };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
