import type { EventData } from "../../../shared/events.ts";

type Queue = EventData<"oss.ticket.issued">["queue"];

/** Gives the next ticket of a queue: `2026-11-23/A-042`. */
export type TicketNumbers = (queue: Queue) => string;

const LETTERS: Readonly<Record<Queue, string>> = { services: "A", priority: "P", banking: "B", collection: "C" };

/** The dispenser of one office on one date; every queue counts from 1. */
export function ticketNumbers(date: string): TicketNumbers {
  const given: Record<Queue, number> = { services: 0, priority: 0, banking: 0, collection: 0 };
  return (queue) => {
    given[queue] += 1;
    return `${date}/${LETTERS[queue]}-${String(given[queue]).padStart(3, "0")}`;
  };
}
