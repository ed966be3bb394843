import type { Holder } from "../../shared/stock.ts";
import type { Application } from "./application.ts";

/** Whose an application is that was sent back: theirs whose fault it is; a changed rule is the authority's. */
const RETURNED: Readonly<Record<Application["returns"][number]["fault"], Holder>> = {
  operator: "frontOffice",
  applicant: "applicant",
  authority: "authority",
  "rule-change": "authority",
};

/** Who has an application in hand just before a moment (epoch ms): by the last step that was taken on its way. */
export function holderAt({ sent, received, returns }: Application, moment: number): Holder {
  let holder: Holder = "frontOffice";
  let latest = Number.NEGATIVE_INFINITY;
  for (const { time } of [sent, received])
    if (time < moment && time > latest) {
      holder = "authority";
      latest = time;
    }
  // Of equal times a return counts before a sending: what is sent again at that moment is the authority's.
  for (const { time, fault } of returns)
    if (time < moment && time > latest) {
      holder = RETURNED[fault];
      latest = time;
    }
  return holder;
}
