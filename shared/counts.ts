/** What is counted of applications, in the order in which figures are told, stored and sent everywhere. */
export const APPLICATION_COUNTS = [
  "accepted",
  "rejected",
  "returned",
  "returnedByOperator",
  "ready",
  "declined",
  "issued",
  "withdrawn",
  "due",
  "delayed",
] as const;

/** What is counted of tickets. */
export const TICKET_COUNTS = ["ticketsIssued", "called", "served", "noShow", "left"] as const;

/** What is counted of what visitors said. */
export const VOICE_COUNTS = ["complaints", "thanks"] as const;
