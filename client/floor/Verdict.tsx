import type { Demand, TargetVerdict } from "../../shared/floor.ts";
import { useRoomWords } from "../settings.ts";
import { hoursAndMinutes } from "./hoursAndMinutes.ts";
import { FLOOR_WORDS } from "./words.ts";

const SHAPES: Readonly<Record<TargetVerdict, string>> = {
  reached: "✓",
  "on-the-way": "→",
  "nobody-waited": "○",
  "people-waited": "▲",
};
/** From so many seconds on, free time is worth a word. */
const WORTH_SAYING = 900;

/** How the work stands against its target: a shape, words, and the demand that explains them. */
export function Verdict({ verdict, demand }: { verdict: TargetVerdict | null; demand: Demand | null }) {
  const words = useRoomWords(FLOOR_WORDS);
  if (verdict === null) return null;
  const time =
    demand === null
      ? null
      : verdict === "people-waited" && demand.peopleWaiting >= 60
        ? words.peopleFor(hoursAndMinutes(demand.peopleWaiting, words))
        : demand.nobodyWaiting >= WORTH_SAYING
          ? words.nobodyFor(hoursAndMinutes(demand.nobodyWaiting, words))
          : null;
  return (
    <span className="verdict" data-verdict={verdict}>
      <span className="verdict__shape" aria-hidden="true">
        {SHAPES[verdict]}
      </span>{" "}
      <span className="verdict__word">{words.verdict[verdict]}</span>
      {time !== null && <span className="verdict__time">{time}</span>}
    </span>
  );
}
