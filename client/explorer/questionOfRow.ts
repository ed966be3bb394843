import type { Dimension } from "../../shared/statistics.ts";
import { parseDay } from "../../shared/time.ts";
import type { AnsweredRow } from "./answer.ts";
import type { Question } from "./question.ts";

/** The question of one row: its own values as filters, its day or month as the period. */
export function questionOfRow(question: Question, { row }: AnsweredRow): Question {
  const { day, month, region, office, operator, service, authority } = row;
  const first = parseDay(day ?? (month === undefined ? "" : `${month}-01`));
  let { from, to } = question;
  if (first !== null) {
    from = day === undefined ? Math.max(from, first) : first;
    let last = first;
    while (month !== undefined && new Date((last + 1) * 86_400_000).getUTCDate() !== 1) last += 1;
    to = day === undefined ? Math.min(to, last) : first;
  }
  const own = Object.fromEntries(
    Object.entries({ region, office, operator, service, authority }).filter(([, value]) => value !== undefined),
  );
  return { ...question, from, to, by: [] as readonly Dimension[], filter: { ...question.filter, ...own } };
}
