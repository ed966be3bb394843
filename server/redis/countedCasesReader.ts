import type { CountedCase, CountedCases } from "../../shared/explore.ts";
import type { Office } from "../../shared/reference.ts";
import { formatDay, localDay } from "../../shared/time.ts";
import { type Counting, countedApplication, countedTicket, countsTickets } from "../core/countedCases.ts";
import { NEVER } from "../core/moment.ts";
import { unpackApplication, unpackTicket } from "../core/packing.ts";
import { operatorOf } from "../core/ticket.ts";
import type { AskedCases } from "../explore/casesRouter.ts";
import { applicationsKey, partitionOf, ticketsKey } from "./keys.ts";
import { scanHash } from "./scanHash.ts";
import type { ReaderParts } from "./statisticsReader.ts";

const PORTION = 500;
/** Whoever looks at a number wants to see examples soon, ms. */
const LONGEST_MS = 4_000;
/** Days that records are kept after the last event about them arrived. */
const KEPT = { tickets: 35, applications: 90 } as const;

const moment = (time: number) => (time === NEVER ? null : new Date(time).toISOString());

/** Finds the cases that a figure counts, office after office, until enough are found or it has taken long enough. */
export function countedCasesReader({
  nodes,
  partitions,
  clock,
}: ReaderParts): (asked: AskedCases) => Promise<CountedCases> {
  return async ({ figure, from, to, filter, offices, operators, limit }) => {
    const now = clock.now();
    const end = performance.now() + LONGEST_MS;
    const tickets = countsTickets(figure);
    const cases: CountedCase[] = [];
    let complete = true;

    const applicationOf = (office: Office, counting: Counting, id: string, text: string): CountedCase | null => {
      const of = unpackApplication(id, text);
      const { service = "", authority = "", operator = "" } = of.acceptance ?? {};
      if (filter.service !== undefined && filter.service !== service) return null;
      if (filter.authority !== undefined && filter.authority !== authority) return null;
      if (filter.operator !== undefined && filter.operator !== operator) return null;
      const counted = countedApplication(of, figure, counting);
      if (counted === null) return null;
      const shown = operators && operator !== "" ? operator : null;
      const about = { service: service || null, authority: authority || null, operator: shown, due: moment(of.due) };
      return { kind: "application", office: office.id, id, at: moment(counted.at), ...about, seconds: counted.seconds };
    };
    const ticketOf = (office: Office, counting: Counting, id: string, text: string): CountedCase | null => {
      if (filter.service !== undefined || filter.authority !== undefined) return null;
      const of = unpackTicket(id, text);
      const operator = operatorOf(of);
      if (filter.operator !== undefined && filter.operator !== operator) return null;
      const counted = countedTicket(of, figure, counting);
      if (counted === null) return null;
      const about = { service: null, authority: null, operator: operators && operator ? operator : null, due: null };
      return { kind: "ticket", office: office.id, id, at: moment(counted.at), ...about, seconds: counted.seconds };
    };

    search: for (const office of offices) {
      const partition = partitionOf(office.id, partitions);
      const at = await nodes.at(partition);
      const counting = { zone: office.zone, waitNorm: office.waitNormSeconds * 1_000, from, to, now };
      const key = tickets ? ticketsKey(partition, office.id) : applicationsKey(partition, office.id);
      for await (const fields of scanHash(at, key, PORTION)) {
        for (const [id, text] of fields) {
          const found = tickets ? ticketOf(office, counting, id, text) : applicationOf(office, counting, id, text);
          if (found !== null && cases.length === limit) complete = false;
          else if (found !== null) cases.push(found);
          if (!complete) break search;
        }
        if (performance.now() > end) {
          complete = false;
          break search;
        }
      }
    }
    const kept = localDay(now, offices[0]?.zone ?? "Asia/Almaty") - (tickets ? KEPT.tickets : KEPT.applications);
    return { cases, complete, keptSince: from < kept ? formatDay(kept) : null };
  };
}
