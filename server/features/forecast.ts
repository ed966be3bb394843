import { Router } from "express";
import { localDay } from "../../shared/time.ts";
import type { MakeFeature } from "../feature.ts";
import { forecastRouter } from "../forecast/forecastRouter.ts";
import { officeForecast } from "../forecast/officeForecast.ts";
import { learnPast } from "../forecast/officePast.ts";
import { Pasts } from "../forecast/pasts.ts";
import type { LiveOffice } from "../live/liveOffice.ts";
import { forecastHistory } from "../redis/forecastReader.ts";

/** The rest of the day of every office: forecasts, predicted waits and their past errors. */
export const forecast: MakeFeature = ({ nodes, partitions, index, replica, clock, guard }) => {
  const history = forecastHistory({ nodes, partitions });
  const officeOf = (id: string) => replica.offices.get(id);
  const pasts = new Pasts(
    (id, day) => learnPast(history, index, (officeOf(id) as LiveOffice).office, day),
    () => performance.now(),
  );
  const router = Router();
  const place = (id: unknown) => {
    const office = typeof id === "string" ? id : null;
    return { office, region: office === null ? null : (index.offices.get(office)?.region ?? null) };
  };
  router.use(
    guard("see-totals", (request) => place(request.query.office)),
    forecastRouter({
      knownOffice: (id) => officeOf(id) !== undefined,
      async ofOffice(id) {
        const live = officeOf(id) as LiveOffice;
        const now = clock.now();
        const past = await pasts.of(id, localDay(now, live.office.zone));
        return officeForecast(live, past, index, now);
      },
    }),
  );
  return { routes: [["/api/forecast", router]] };
};
