import type { ReportCell, ReportColumn, ReportTable } from "../../shared/report.ts";
import { localDay, parseDay } from "../../shared/time.ts";
import type { Format } from "../format.ts";
import type { Language } from "../language.ts";

/** Shares that say how much something changed carry their sign. */
const CHANGES = new Set(["change", "yearChange", "difference"]);
const DASH = "—";
const ZONE = "Asia/Almaty";

function signed(value: number, text: (size: number) => string): string {
  return value === 0 ? text(0) : `${value > 0 ? "+" : "−"}${text(Math.abs(value))}`;
}

/** A moment as `5 ноября, 10:42`. */
export function momentText(format: Format, moment: string | number): string {
  const at = typeof moment === "number" ? moment : Date.parse(moment);
  return `${format.date(localDay(at, ZONE))}, ${format.clock(at, ZONE)}`;
}

/** A cell of a report as it is read; what is not known is a dash. */
export function cellText(
  cell: ReportCell,
  { kind, field }: ReportColumn,
  names: ReportTable["names"],
  format: Format,
  language: Language,
): string {
  if (cell === null) return DASH;
  if (typeof cell === "string") {
    if (kind === "date") return format.date(parseDay(cell) ?? 0);
    if (kind === "moment") return momentText(format, cell);
    return names[cell]?.[language] ?? cell;
  }
  switch (kind) {
    case "seconds":
      return format.duration(cell);
    case "share":
      return CHANGES.has(field) ? signed(cell, (size) => format.percent(size)) : format.percent(cell);
    case "score": {
      const digits = Number.isInteger(cell) ? 0 : 2;
      return CHANGES.has(field) ? signed(cell, (size) => format.decimal(size, digits)) : format.decimal(cell, digits);
    }
    default:
      return format.count(cell);
  }
}
