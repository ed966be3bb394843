import type { MakeFeature } from "./feature.ts";

/** The features of the centre, in the order in which they start. */
export const FEATURES: readonly MakeFeature[] = [];
