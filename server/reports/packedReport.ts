import { createHash } from "node:crypto";
import type { Report, ReportTable } from "../../shared/report.ts";
import { canonicalJson } from "../export/canonicalJson.ts";

/** The tables whose rows are the same in every report. */
const ALIKE = ["definitions"];

type Head = Omit<ReportTable, "rows" | "total" | "names"> & Partial<ReportTable>;
type Body = Pick<ReportTable, "rows" | "total" | "names">;

/** A report in two texts: what many reports share, and what is its own. */
export interface PackedReport {
  /** Name of the shared text, from its content. */
  readonly frame: string;
  readonly shared: string;
  readonly own: string;
}

/** Takes apart what a report shares with others: titles, columns, definitions. */
export function packReport(report: Report): PackedReport {
  const { tables, ...rest } = report;
  const heads: Head[] = [];
  const bodies: (Body | null)[] = [];
  for (const { rows, total, names, ...head } of tables) {
    const alike = ALIKE.includes(head.id);
    heads.push(alike ? { ...head, rows, total, names } : head);
    bodies.push(alike ? null : { rows, total, names });
  }
  const shared = canonicalJson(heads);
  const frame = `frame:${createHash("sha256").update(shared).digest("hex").slice(0, 16)}`;
  return { frame, shared, own: canonicalJson({ frame, rest, bodies }) };
}

/** The name of the shared text of a report's own. */
export function frameOf(own: string): string {
  return (JSON.parse(own) as { readonly frame: string }).frame;
}

/** The report of its two texts. */
export function unpackReport(shared: string, own: string): Report {
  const heads = JSON.parse(shared) as readonly Head[];
  const { rest, bodies } = JSON.parse(own) as {
    readonly rest: Omit<Report, "tables">;
    readonly bodies: readonly (Body | null)[];
  };
  return { ...rest, tables: heads.map((head, at) => ({ ...head, ...bodies[at] }) as ReportTable) };
}
