import type { ReferenceIndex } from "../../shared/referenceIndex.ts";

/** What every measurement is given. */
export interface Bench {
  readonly index: ReferenceIndex;
  /** Folder of the built programs; the project's folder is two above it. */
  readonly programs: string;
  readonly quick: boolean;
  /** The whole month event by event. */
  readonly full: boolean;
  readonly profile: boolean;
  /** Tells how far it is. */
  say(progress: string): void;
}
