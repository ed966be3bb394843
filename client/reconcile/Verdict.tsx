import type { Reconciliation } from "../../shared/reconciliation.ts";
import { parseDay } from "../../shared/time.ts";
import { Figure } from "../components/Figure.tsx";
import { Panel } from "../components/Panel.tsx";
import { useRoomWords, useWords } from "../settings.ts";
import { RECONCILE_WORDS } from "./words.ts";

const ZONE = "Asia/Almaty";

/** The one answer: everything agrees, or how many figures do not. */
export function Verdict({ of }: { of: Reconciliation }) {
  const words = useRoomWords(RECONCILE_WORDS);
  const { format } = useWords();
  const wrong = of.figures.filter(({ difference }) => difference !== 0).length;
  const agrees = wrong === 0 && of.differing.length === 0;
  return (
    <Panel title={words.difference} className="recountVerdict">
      <div className="recountVerdict__said" data-agrees={agrees}>
        <svg viewBox="0 0 48 48" aria-hidden="true">
          <circle cx="24" cy="24" r="21" />
          {agrees ? <path d="M14 25l7 7 14-16" /> : <path d="M24 12v15M24 34v1" />}
        </svg>
        <p className="recountVerdict__figure">{agrees ? "±0" : format.count(Math.max(wrong, 1))}</p>
        <div>
          <p className="recountVerdict__title">{agrees ? words.agree : words.differ(format.count(wrong))}</p>
          <p className="recountVerdict__hint">
            {agrees ? words.agreeHint(format.count(of.figures.length), format.count(of.offices)) : words.differHint}
          </p>
          <p className="recountVerdict__hint">{words.asOf(format.clock(Date.parse(of.asOf), ZONE, true))}</p>
        </div>
      </div>
    </Panel>
  );
}

/** How many events the recount rests on, and how many are missing. */
export function Ground({ of }: { of: Reconciliation }) {
  const words = useRoomWords(RECONCILE_WORDS);
  const { format } = useWords();
  const { distinct, promised, missing, repeated, refused } = of.events;
  const first = of.readFrom === null ? null : parseDay(of.readFrom);
  return (
    <Panel title={words.events} className="recountGround">
      <p className="recountGround__figure">
        <Figure text={format.count(distinct)} />
        <span>{words.distinct}</span>
      </p>
      <dl className="recountGround__list">
        <div>
          <dt>{words.promised}</dt>
          <dd>{format.count(promised)}</dd>
        </div>
        <div data-tone={missing > 0 ? "sun" : undefined}>
          <dt>{words.missing}</dt>
          <dd>{format.count(missing)}</dd>
        </div>
        <div>
          <dt>{words.repeated}</dt>
          <dd>{format.count(repeated)}</dd>
        </div>
        <div>
          <dt>{words.refused}</dt>
          <dd>{format.count(refused)}</dd>
        </div>
        <div>
          <dt>{words.readFrom}</dt>
          <dd>{first === null ? "—" : format.date(first)}</dd>
        </div>
      </dl>
      {of.partial && first !== null && <p className="recountGround__note">{words.partial(format.date(first))}</p>}
    </Panel>
  );
}
