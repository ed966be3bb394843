import { Router } from "express";
import { regionOn } from "../../shared/referenceIndex.ts";
import { localDay } from "../../shared/time.ts";
import { ownFigures, ownPlace } from "../access/ownPlace.ts";
import { comparedPeriods } from "../core/comparedPeriods.ts";
import { casesRouter } from "../explore/casesRouter.ts";
import { periodsRouter } from "../explore/periodsRouter.ts";
import type { MakeFeature } from "../feature.ts";
import { countedCasesReader } from "../redis/countedCasesReader.ts";

/** What the explorer of figures needs beside the figures: compared periods, and the cases that a figure counts. */
export const explore: MakeFeature = ({ nodes, partitions, index, clock, audit }) => {
  const cases = casesRouter({
    find: countedCasesReader({ nodes, partitions, index, clock }),
    places: {
      knownOffice: (id) => index.offices.has(id),
      knownRegion: (id) => index.regions.has(id),
    },
    regionOf: (id) => index.offices.get(id)?.region ?? null,
    officesIn: ({ office, region }) =>
      [...index.offices.values()].filter(
        (of) =>
          (office === undefined || of.id === office) &&
          (region === undefined || regionOn(of, localDay(clock.now(), of.zone)) === region),
      ),
    audit,
  });
  const periods = periodsRouter((from, to) => comparedPeriods(index, from, to));
  return {
    routes: [
      ["/api/explore/cases", Router().use(ownPlace("see-applications"), cases)],
      ["/api/explore/periods", Router().use(ownFigures, periods)],
    ],
  };
};
