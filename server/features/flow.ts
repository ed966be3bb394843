import type { MakeFeature } from "../feature.ts";
import { dueList } from "../flow/dueList.ts";
import { stockRouter } from "../flow/stockRouter.ts";
import { Stocks } from "../flow/stocks.ts";
import { trackRouter } from "../flow/trackRouter.ts";
import { openApplications } from "../redis/openApplications.ts";

/** What is in hand and what falls due, for those who lead; and the way of one application, for whoever has its number. */
export const flow: MakeFeature = ({ nodes, partitions, index, clock, replica, figures, guard, explained }) => {
  const ground = {
    explanations: explained,
    open: openApplications({ nodes, partitions }),
    index,
    clock,
    heard(id: string) {
      const live = replica.offices.get(id);
      if (live === undefined) return undefined;
      const { lastEvent, lastArrival, missing, row } = live;
      return { lastEvent, lastArrival, missing, reporting: row !== null };
    },
  };
  const stocks = new Stocks(ground);
  const tracked = {
    knownOffice: (id: string) => index.offices.has(id),
    application: (office: string, application: string) => figures.application(office, application),
    now: () => clock.now(),
  };
  return {
    routes: [
      [
        "/api/stock",
        stockRouter({ of: (scope) => stocks.of(scope), list: (query) => dueList(ground, query) }, index, guard),
      ],
      ["/api/track", trackRouter(tracked)],
    ],
  };
};
