import type { MyAct, MyDayAnswer, MyTicket } from "../../shared/myDay.ts";

/** One line of the day: a ticket or an act at the desk. `subject` names its timing in a dispute. */
export type TimelineLine =
  | { readonly kind: "ticket"; readonly subject: string; readonly at: number; readonly ticket: MyTicket }
  | { readonly kind: "act"; readonly subject: string; readonly at: number; readonly act: MyAct };

/** The lines of a day, the latest first. */
export function linesOf({ tickets, acts }: Pick<MyDayAnswer, "tickets" | "acts">): readonly TimelineLine[] {
  const lines: TimelineLine[] = [
    ...(tickets ?? []).map(
      (ticket): TimelineLine => ({
        kind: "ticket",
        subject: `ticket:${ticket.ticket}`,
        at: ticket.called,
        ticket,
      }),
    ),
    ...acts.map((act): TimelineLine => ({ kind: "act", subject: `act:${act.at}`, at: act.at, act })),
  ];
  return lines.sort((a, b) => b.at - a.at);
}
