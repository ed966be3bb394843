import type { Office } from "../../shared/reference.ts";
import { localDay } from "../../shared/time.ts";
import { unpackTicket } from "../core/packing.ts";
import type { Ticket } from "../core/ticket.ts";
import type { ReadCases } from "../export/cases/caseFile.ts";
import { ticketBegin } from "../export/cases/ticketRow.ts";
import { partitionOf, ticketsKey } from "./keys.ts";
import { scanHash } from "./scanHash.ts";
import type { ReaderParts } from "./statisticsReader.ts";

const PORTION = 500;

/**
 * Reads the kept tickets of offices that were issued within a period (office-local dates; of those whose issue is not told,
 * the earliest that is), portion by portion and office after office.
 */
export function ticketReader({ nodes, partitions }: Pick<ReaderParts, "nodes" | "partitions">): ReadCases<Ticket> {
  return async function* (offices: readonly Office[], { from, to }) {
    for (const office of offices) {
      const partition = partitionOf(office.id, partitions);
      const at = await nodes.at(partition);
      for await (const fields of scanHash(at, ticketsKey(partition, office.id), PORTION)) {
        const cases = fields
          .map(([id, text]) => unpackTicket(id, text))
          .filter((ticket) => {
            const day = localDay(ticketBegin(ticket), office.zone);
            return day >= from && day <= to;
          });
        if (cases.length > 0) yield { office, cases };
      }
    }
  };
}
