import { CAUSE_NAMES } from "../../shared/alertCauseNames.ts";
import type { AlertCause } from "../../shared/alerts.ts";
import { reasonNames } from "../../shared/reasonNames.ts";
import type { Names } from "../../shared/reference.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import type { ReportCell, ReportChart, ReportColumn, ReportTable } from "../../shared/report.ts";
import { figureColumn } from "./reportColumns.ts";
import { ID_WORDS } from "./reportWords.ts";

/** A table before the names of its ids are looked up. */
export interface TableDraft {
  readonly id: string;
  readonly titles: Names;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  readonly total?: readonly ReportCell[] | null;
  readonly charts?: readonly ReportChart[];
  readonly notes?: readonly Names[];
  /** Names beside those of the reference data. */
  readonly names?: Readonly<Record<string, Names>>;
}

/** The name of an id that stands in a column; null when it has none. */
function nameIn(index: ReferenceIndex, field: string, id: string): Names | null {
  switch (field) {
    case "region":
      return index.regions.get(id)?.names ?? null;
    case "office":
      return index.offices.get(id)?.names ?? null;
    case "service":
      return index.services.get(id)?.names ?? null;
    case "authority":
      return index.authorities.get(id)?.names ?? null;
    case "figure":
      return figureColumn(id).titles;
    case "cause":
      return CAUSE_NAMES[id as AlertCause] ?? null;
    case "reason":
      return reasonNames(id);
    case "operator":
    case "words":
    case "action":
      return null;
    default:
      return ID_WORDS[id] ?? null;
  }
}

/** The table of a draft, with the names of every id that stands in it. */
export function tableOf(index: ReferenceIndex, draft: TableDraft): ReportTable {
  const { id, titles, columns, rows, total = null, charts = [], notes = [] } = draft;
  const names: Record<string, Names> = { ...draft.names };
  columns.forEach(({ field, kind }, at) => {
    if (kind !== "text") return;
    for (const row of rows) {
      const cell = row[at];
      if (typeof cell !== "string" || cell in names) continue;
      const found = nameIn(index, field, cell);
      if (found !== null) names[cell] = found;
    }
  });
  return { id, titles, columns, rows, total, names, charts, notes };
}
