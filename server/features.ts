import type { MakeFeature } from "./feature.ts";
import { access } from "./features/access.ts";
import { alerts } from "./features/alerts.ts";
import { archive } from "./features/archive.ts";
import { explore } from "./features/explore.ts";
import { files } from "./features/export.ts";
import { floor } from "./features/floor.ts";
import { flow } from "./features/flow.ts";
import { forecast } from "./features/forecast.ts";
import { reports } from "./features/reports.ts";

/** The features of the centre, in the order in which they start. */
export const FEATURES: readonly MakeFeature[] = [
  access,
  alerts,
  archive,
  forecast,
  floor,
  flow,
  reports,
  files,
  explore,
];
