import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..", "..");
/** The real log, where it is: the folder REAL_LOGS names, else one beside the project. */
export const RECEIPT = join(process.env.REAL_LOGS ?? join(ROOT, "..", "shared", "data"), "receipt.csv");
export const hasReceipt = existsSync(RECEIPT);

/** One application of the log as the file tells it, moments in epoch ms. */
export interface LoggedCase {
  readonly department: string;
  readonly responsible: string;
  readonly accepted: number;
  readonly deadline: number;
  readonly ended: number | null;
  readonly sent: number | null;
}

/** The cases of the log, straight from the file: no field of it is quoted. */
export function readCases(path = RECEIPT): ReadonlyMap<string, LoggedCase> {
  const [header = "", ...lines] = readFileSync(path, "utf8").trimEnd().split(/\r?\n/);
  const columns = header.split(",");
  const cases = new Map<string, LoggedCase>();
  for (const line of lines) {
    const fields = line.split(",");
    const at = (column: string) => fields[columns.indexOf(column)] as string;
    const moment = (column: string) => (at(column) === "" ? null : Date.parse(at(column).replace(" ", "T")));
    const known = cases.get(at("case:concept:name"));
    const step = at("concept:name").startsWith("T10 ") ? moment("time:timestamp") : null;
    const sent = known?.sent == null ? step : step === null ? known.sent : Math.min(known.sent, step);
    cases.set(at("case:concept:name"), {
      department: at("case:department"),
      responsible: at("case:responsible"),
      accepted: moment("case:startdate") as number,
      deadline: moment("case:deadline") as number,
      ended: moment("case:enddate"),
      sent,
    });
  }
  return cases;
}

const dates = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam", dateStyle: "short" });

/** The month of a moment on the clocks of Amsterdam, `2011-03`. */
export function monthOf(moment: number): string {
  return dates.format(moment).slice(0, 7);
}

/** What one row must show. */
export interface Expected {
  accepted: number;
  due: number;
  delayed: number;
  ready: number;
  open: number;
  /** Seconds from acceptance to the end. */
  readonly lead: number[];
  sent: number;
  sentSeconds: number;
  decided: number;
  decidedSeconds: number;
}

/** The figures of the cases by a key of case and month, counted plainly. */
export function expectedOf(
  cases: ReadonlyMap<string, LoggedCase>,
  keyOf: (of: LoggedCase, month: string) => string,
): ReadonlyMap<string, Expected> {
  const rows = new Map<string, Expected>();
  for (const each of cases.values()) {
    const row = (moment: number) => {
      const key = keyOf(each, monthOf(moment));
      const found = rows.get(key) ?? {
        accepted: 0,
        due: 0,
        delayed: 0,
        ready: 0,
        open: 0,
        lead: [],
        sent: 0,
        sentSeconds: 0,
        decided: 0,
        decidedSeconds: 0,
      };
      rows.set(key, found);
      return found;
    };
    const { accepted, deadline, ended, sent } = each;
    row(accepted).accepted += 1;
    row(deadline - 1).due += 1;
    if (ended === null || ended > deadline) row(deadline - 1).delayed += 1;
    if (ended === null) row(accepted).open += 1;
    else {
      row(ended).ready += 1;
      if (ended >= accepted) row(accepted).lead.push((ended - accepted) / 1000);
    }
    if (sent !== null && sent >= accepted) {
      row(sent).sent += 1;
      row(sent).sentSeconds += (sent - accepted) / 1000;
    }
    if (sent !== null && ended !== null && ended >= sent) {
      row(ended).decided += 1;
      row(ended).decidedSeconds += (ended - sent) / 1000;
    }
  }
  return rows;
}
