import type { HelpCall } from "../../shared/floor.ts";
import type { OperatorNow } from "../core/board.ts";
import type { HelpBook, HelpEntry } from "./floorPorts.ts";

/** What the entries of an office come to. Of several answers to a call the first counts. */
export function helpBookOf(entries: Iterable<HelpEntry>): HelpBook {
  const calls = new Map<string, HelpCall>();
  const answers = new Map<string, { at: number; by: string }>();
  for (const entry of entries) {
    const { id, at } = entry;
    if (entry.said === "called") {
      const { operator } = entry;
      const made = { id, operator, desk: null, at, source: "centre" as const };
      calls.set(id, { ...made, answeredAt: null, answeredBy: null, withdrawnAt: null });
    } else if (entry.said === "answered") {
      if (!answers.has(id)) answers.set(id, { at, by: entry.by });
    } else {
      const call = calls.get(id);
      if (call !== undefined) calls.set(id, { ...call, withdrawnAt: call.withdrawnAt ?? at });
    }
  }
  return { calls: [...calls.values()].map((call) => answered(call, answers)), answers };
}

function answered(call: HelpCall, answers: HelpBook["answers"]): HelpCall {
  const answer = answers.get(call.id);
  return answer === undefined ? call : { ...call, answeredAt: answer.at, answeredBy: answer.by };
}

/** The name of a call that a desk's system told: it is one as long as that pause lasts. */
export function deskCallId(operator: string, since: number): string {
  return `desk.${operator}.${since}`;
}

/**
 * Who asks for help now and on this day, the oldest first: calls made here since `from` (epoch ms), and desks that are
 * paused for help at this moment.
 */
export function helpNow(book: HelpBook, people: ReadonlyMap<string, OperatorNow>, from: number): readonly HelpCall[] {
  const made = book.calls
    .filter(({ at }) => at >= from)
    .map((call) => ({ ...call, desk: people.get(call.operator)?.desk || null }));
  const told = [...people]
    .filter(
      ([, { signedInSince, pausedSince, pausedFor }]) => signedInSince > 0 && pausedSince > 0 && pausedFor === "help",
    )
    .map(([operator, { pausedSince, desk }]): HelpCall => {
      const id = deskCallId(operator, pausedSince);
      const call = { id, operator, desk: desk || null, at: pausedSince, source: "desk" as const };
      return answered({ ...call, answeredAt: null, answeredBy: null, withdrawnAt: null }, book.answers);
    });
  return [...made, ...told].sort((a, b) => a.at - b.at);
}
