import { faultNames, reasonNames } from "../../../shared/reasonNames.ts";
import type { Office } from "../../../shared/reference.ts";
import type { ReportCell } from "../../../shared/report.ts";
import { type Application, clockStop, finished } from "../../core/application.ts";
import { standingOf } from "../../core/applicationStanding.ts";
import { type Counted, daysUsed } from "../../core/daysUsed.ts";
import { happened, NEVER } from "../../core/moment.ts";
import { wayOf } from "../../core/openApplication.ts";
import { localMoment } from "../localMoment.ts";
import type { CaseColumn } from "./caseFile.ts";

type Column = CaseColumn<Application>;
const DAY = 86_400;

/** When an application begins: its acceptance, else the earliest that is told of it (epoch ms). */
export function applicationBegin({
  accepted,
  sent,
  received,
  ready,
  declined,
  withdrawn,
  issued,
  returns,
}: Application) {
  if (happened(accepted)) return accepted.time;
  const steps = [sent, received, ready, declined, withdrawn, issued, ...returns].map(({ time }) => time);
  return Math.min(...steps);
}

function between(from: number, to: number): number | null {
  return from === NEVER || to === NEVER || to < from ? null : (to - from) / 1_000;
}

const legs = {
  acceptedToSent: ({ accepted, sent }: Application) => between(accepted.time, sent.time),
  backOffice: (of: Application) => between(happened(of.sent) ? of.sent.time : of.received.time, finished(of)),
  readyToIssued: ({ ready, issued }: Application) => between(ready.time, issued.time),
  leadTime: (of: Application) => between(of.accepted.time, finished(of)),
};

/** Each leg in seconds, and in days for those who think in days. */
const legColumns = Object.entries(legs).flatMap(([name, read]): Column[] => [
  { field: `${name}.seconds`, kind: "seconds", read: (of) => read(of) },
  {
    field: `${name}.days`,
    kind: "score",
    read: (of) => {
      const seconds = read(of);
      return seconds === null ? null : Math.round((seconds / DAY) * 1_000) / 1_000;
    },
  },
]);

function moment(name: "accepted" | "sent" | "received" | "ready" | "declined" | "withdrawn" | "issued"): Column {
  return { field: name, kind: "moment", read: (of, { zone }) => localMoment(of[name].time, zone) };
}

/** Whether the deadline has come and the clock had not been stopped by then; null while nothing is known of a deadline. */
function delayed(of: Application, now: number): ReportCell {
  if (of.due === NEVER) return null;
  return of.due <= now && of.due <= of.withdrawn.time && clockStop(of) > of.due ? "yes" : "no";
}

/** Seconds by which the deadline was missed, until the clock was stopped or until now; null when it was not. */
function late(of: Application, now: number): number | null {
  return delayed(of, now) === "yes" ? (Math.min(clockStop(of), now) - of.due) / 1_000 : null;
}

const operator: Column = { field: "operator", kind: "text", read: ({ acceptance }) => acceptance?.operator || null };

/** The working days of an application by who had it when they began, until its clock was stopped or until now. */
function usedColumns(countedOf: CountedOf): Column[] {
  return (["frontOffice", "authority", "applicant"] as const).map((holder) => ({
    field: `workingDays.${holder}`,
    kind: "count",
    read: (of, office) => {
      const way = wayOf(of);
      if (way === null) return null;
      const counted = countedOf(office);
      return daysUsed(way, { ...counted, now: Math.min(counted.now, clockStop(of)) })[holder];
    },
  }));
}

/** What the days of an office are counted by, at the moment of the file. */
export type CountedOf = (office: Office) => Counted;

/** The columns of single applications; who accepted it only for those who may see operators. */
export function applicationColumns(now: number, countedOf: CountedOf, operators: boolean): Column[] {
  return [
    { field: "office", kind: "text", read: (_of, office: Office) => office.id, named: true },
    { field: "application", kind: "text", read: ({ id }) => id },
    { field: "service", kind: "text", read: ({ acceptance }) => acceptance?.service || null, named: true },
    { field: "authority", kind: "text", read: ({ acceptance }) => acceptance?.authority || null, named: true },
    { field: "variant", kind: "text", read: ({ acceptance }) => acceptance?.variant || null },
    ...(operators ? [operator] : []),
    { field: "status", kind: "text", read: (of) => standingOf(of).status },
    { field: "place", kind: "text", read: (of) => standingOf(of).place },
    moment("accepted"),
    { field: "due", kind: "moment", read: ({ due }, { zone }) => localMoment(due, zone) },
    { field: "delayed", kind: "text", read: (of) => delayed(of, now) },
    { field: "late.seconds", kind: "seconds", read: (of) => late(of, now) },
    ...(["sent", "received", "ready", "declined", "withdrawn", "issued"] as const).map(moment),
    { field: "returns", kind: "count", read: ({ returns }) => returns.length },
    {
      field: "lastReturned",
      kind: "moment",
      read: ({ returns }, { zone }) => localMoment(returns.at(-1)?.time ?? NEVER, zone),
    },
    { field: "lastReturnFault", kind: "text", read: ({ returns }) => returns.at(-1)?.fault ?? null, named: faultNames },
    {
      field: "lastReturnReason",
      kind: "text",
      read: ({ returns }) => returns.at(-1)?.reason ?? null,
      named: reasonNames,
    },
    { field: "declinedFor", kind: "text", read: ({ declinedFor }) => declinedFor || null, named: reasonNames },
    { field: "ticket", kind: "text", read: ({ acceptance }) => acceptance?.ticket || null },
    { field: "corrects", kind: "text", read: ({ acceptance }) => acceptance?.corrects || null },
    ...legColumns,
    ...usedColumns(countedOf),
  ];
}
