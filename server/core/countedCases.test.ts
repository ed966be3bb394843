import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInstant, parseSource } from "../../shared/events.ts";
import { CASE_FIGURES, type CaseFigure } from "../../shared/explore.ts";
import { arbitraryEvents } from "../testing/arbitraryEvents.ts";
import { countedApplication, countedTicket, countsTickets } from "./countedCases.ts";
import { foldFact } from "./fold.ts";
import { OfficeState } from "./office.ts";
import { AT, type Row } from "./row.ts";

const zone = "Asia/Almaty";
const waitNorm = 900_000;
const deadline = (_service: string, _variant: string, accepted: number) => accepted + 1_200_000;
const rules = { id: "KZ-71-01", zone, waitNorm, deadline, authorityOf: () => "justice", knows: () => true };

/** What the rows of all days say of a figure. */
function total(rows: readonly Row[], figure: CaseFigure): number {
  const sum = (of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0);
  if (figure === "leadTime") return sum(({ lead }) => lead?.n ?? 0);
  if (figure === "waitingTime") return sum(({ waiting }) => waiting?.n ?? 0);
  if (figure === "serviceTime") return sum(({ service }) => service?.n ?? 0);
  return sum(({ counts }) => counts[AT[figure]] as number);
}

describe("the cases behind a figure", () => {
  it("[F1] are as many as the figure says, for every figure and any events", () => {
    fc.assert(
      fc.property(arbitraryEvents(rules.id, 60), (events) => {
        const office = new OfficeState(rules);
        const now = Math.max(...events.map(({ time }) => parseInstant(time))) + 86_400_000;
        for (const event of events) {
          const { producer } = parseSource(event.source) as { producer: string };
          foldFact(office, { event, producer, sequence: Number(event.sequence), time: parseInstant(event.time) }, now);
        }
        office.contribute();
        const rows = [...office.book.days.values()].map((day) => day.office.value);
        const counting = { zone, waitNorm, from: 0, to: 100_000, now };
        for (const figure of CASE_FIGURES) {
          // each return counts, and an application that came back twice is one case
          if (figure.startsWith("returned")) continue;
          const cases = countsTickets(figure)
            ? [...office.tickets.values()].filter((of) => countedTicket(of, figure, counting) !== null)
            : [...office.applications.values()].filter((of) => countedApplication(of, figure, counting) !== null);
          expect(cases.length, figure).toBe(total(rows, figure));
        }
      }),
      { numRuns: 200 },
    );
  });
});
