import { Router } from "express";
import type { Names } from "../../shared/reference.ts";
import { localDay } from "../../shared/time.ts";
import { boundStatistics } from "../access/bounds.ts";
import { principalBehind } from "../access/guard.ts";
import { ownPlace } from "../access/ownPlace.ts";
import { APPLICATION_DAYS, TICKET_DAYS } from "../core/retention.ts";
import { applicationColumns } from "../export/cases/applicationRow.ts";
import { type CaseGrounds, caseRouter } from "../export/cases/caseRouter.ts";
import { ticketColumns } from "../export/cases/ticketRow.ts";
import { type StatisticsFiles, statisticsFileRouter } from "../export/statistics/statisticsFileRouter.ts";
import type { Grounds, MakeFeature } from "../feature.ts";
import { countedAt } from "../flow/openPlaces.ts";
import { caseReader } from "../redis/caseReader.ts";
import { readImported } from "../redis/historyTotals.ts";
import { statisticsSource } from "../redis/statisticsSource.ts";
import { ticketReader } from "../redis/ticketReader.ts";

const CAPITAL_ZONE = "Asia/Almaty";

function namesOf({ reference }: Pick<Grounds, "reference">): Readonly<Record<string, Names>> {
  const { regions, offices, services, authorities } = reference;
  const named = [...regions, ...offices, ...services, ...authorities];
  return Object.fromEntries(named.map(({ id, names }) => [id, names]));
}

/** The files that leave the centre: figures of any question, and single applications and tickets. */
export const files: MakeFeature = (grounds) => {
  const { index, clock, audit, nodes, partitions } = grounds;
  const names = namesOf(grounds);
  const places = {
    knownOffice: (id: string) => index.offices.has(id),
    knownRegion: (id: string) => index.regions.has(id),
  };
  const regionOf = (office: string) => index.offices.get(office)?.region ?? null;
  const statistics: StatisticsFiles = {
    open: statisticsSource({ nodes, partitions, index, clock }),
    imported: (query) => readImported(nodes, index, query),
    places,
    names,
    async bound(asked, request, response) {
      const by = principalBehind(response);
      const { query, about, individual } = boundStatistics(by, asked, regionOf);
      await audit.record({ by, act: "export", what: request.originalUrl.slice(0, 300), ...about });
      if (individual) await audit.record({ by, act: "see-operators", what: request.baseUrl, ...about });
      return query;
    },
  };
  const cases: CaseGrounds = {
    audit,
    places,
    regionOf,
    names,
    officesOf: ({ office, region }) =>
      [...index.offices.values()]
        .filter(({ id, region: own }) => (office === null ? region === null || own === region : id === office))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    now: () => clock.now(),
    today: () => localDay(clock.now(), CAPITAL_ZONE),
  };
  const behind = (route: Router) => Router().use(ownPlace("export"), route);
  const applications = {
    name: "applications",
    read: caseReader({ nodes, partitions }),
    columns: (now: number, operators: boolean) =>
      applicationColumns(now, (office) => countedAt(index, office, now), operators),
    kept: APPLICATION_DAYS,
  };
  const tickets = {
    name: "tickets",
    read: ticketReader({ nodes, partitions }),
    columns: (_now: number, operators: boolean) => ticketColumns(operators),
    kept: TICKET_DAYS,
  };
  return {
    routes: [
      ["/api/statistics.csv", behind(statisticsFileRouter("csv", statistics))],
      ["/api/statistics.xlsx", behind(statisticsFileRouter("xlsx", statistics))],
      ["/api/statistics.json", behind(statisticsFileRouter("json", statistics))],
      ["/api/statistics-dictionary.csv", behind(statisticsFileRouter("dictionary", statistics))],
      ["/api/exports/applications.csv", behind(caseRouter(applications, cases))],
      ["/api/exports/tickets.csv", behind(caseRouter(tickets, cases))],
    ],
  };
};
