import type { MyDayAnswer } from "../../shared/myDay.ts";
import { Panel } from "../components/Panel.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { MY_DAY_WORDS } from "./words.ts";

/** Thanks first, then the mean rating, then complaints by theme. */
export function FeedbackPanel({ day }: { day: MyDayAnswer }) {
  const { format } = useWords();
  const own = useRoomWords(MY_DAY_WORDS);
  const { figures, themes } = day;
  const ratings = figures?.ratings ?? null;
  return (
    <Panel className="panel--feedback" title={own.feedback}>
      <dl className="feedback">
        <div>
          <dd>{format.count(figures?.thanks ?? null)}</dd>
          <dt>{own.thanks}</dt>
        </div>
        <div>
          <dd>{format.decimal(ratings?.mean ?? null, 1)}</dd>
          <dt>
            {own.ratings} ({format.count(ratings?.n ?? null)})
          </dt>
        </div>
        <div>
          <dd>{format.count(figures?.complaints ?? null)}</dd>
          <dt>{own.complaints}</dt>
        </div>
      </dl>
      {themes.length === 0 ? (
        <p className="plainLines__about">{own.noComplaints}</p>
      ) : (
        <ul className="plainLines">
          {themes.map(({ theme, count }) => (
            <li key={theme}>
              {own.themes[theme] ?? theme} <strong>{format.count(count)}</strong>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
