import type { Office } from "../../shared/reference.ts";
import { localDay } from "../../shared/time.ts";
import type { Application } from "../core/application.ts";
import { unpackApplication } from "../core/packing.ts";
import { applicationBegin } from "../export/cases/applicationRow.ts";
import type { ReadCases } from "../export/cases/caseFile.ts";
import { applicationsKey, partitionOf } from "./keys.ts";
import { scanHash } from "./scanHash.ts";
import type { ReaderParts } from "./statisticsReader.ts";

const PORTION = 500;

/**
 * Reads the kept applications of offices that were accepted within a period (office-local dates; of those whose acceptance
 * is not told, the earliest step), portion by portion and office after office.
 */
export function caseReader({ nodes, partitions }: Pick<ReaderParts, "nodes" | "partitions">): ReadCases<Application> {
  return async function* (offices: readonly Office[], { from, to }) {
    for (const office of offices) {
      const partition = partitionOf(office.id, partitions);
      const at = await nodes.at(partition);
      for await (const fields of scanHash(at, applicationsKey(partition, office.id), PORTION)) {
        const cases = fields
          .map(([id, text]) => unpackApplication(id, text))
          .filter((application) => {
            const day = localDay(applicationBegin(application), office.zone);
            return day >= from && day <= to;
          });
        if (cases.length > 0) yield { office, cases };
      }
    }
  };
}
