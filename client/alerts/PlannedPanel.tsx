import type { Explanation } from "../../shared/alerts.ts";
import { Panel } from "../components/Panel.tsx";
import { placeName } from "../components/places.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import { Said } from "./AlertItem.tsx";
import { ROOM_WORDS } from "./roomWords.ts";
import { ALERT_WORDS } from "./words.ts";

interface PlannedPanelProps {
  readonly explanations: readonly Explanation[];
  readonly now: number;
  readonly zone: string;
  readonly explains: (of: Explanation) => boolean;
  readonly change: (of: Explanation) => void;
  readonly takeBack: (of: Explanation) => void;
}

/** What was said in advance: where, of which kind of alert, why and until when; nothing while nothing was. */
export function PlannedPanel({ explanations, now, zone, explains, change, takeBack }: PlannedPanelProps) {
  const { language } = useWords();
  const said = useRoomWords(ALERT_WORDS);
  const room = useRoomWords(ROOM_WORDS);
  const book = useBook();
  if (explanations.length === 0) return null;
  return (
    <Panel className="panel--alerts" title={room.planned}>
      <ul className="alerts">
        {explanations.map((explanation) => (
          <li key={explanation.id} className="alert" data-explained="true">
            <span className="alert__shape" aria-hidden="true">
              ◇
            </span>
            <div className="alert__place">
              <span>{placeName(book, explanation.office ?? explanation.region, language)}</span>
              <small>{explanation.kind === null ? room.anyKind : said.kinds[explanation.kind]}</small>
            </div>
            <div className="alert__said alert__said--wide">
              <Said explanation={explanation} now={now} zone={zone} />
            </div>
            <div className="alert__acts">
              {explains(explanation) && (
                <>
                  <button type="button" className="button" onClick={() => change(explanation)}>
                    {room.change}
                  </button>
                  <button type="button" className="button" onClick={() => takeBack(explanation)}>
                    {room.takeBack}
                  </button>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
