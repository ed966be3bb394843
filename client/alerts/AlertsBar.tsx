import { Link } from "wouter";
import { may, type Principal } from "../../shared/access.ts";
import { ALERT_KINDS, type AlertKind, type ShownAlert } from "../../shared/alerts.ts";
import { Choice } from "../components/Choice.tsx";
import { shortName } from "../components/places.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { useBook } from "../store/reference.ts";
import { ROOM_WORDS } from "./roomWords.ts";
import { ALERT_WORDS } from "./words.ts";

const SAID = ["all", "explained", "unexplained"] as const;

/** What of the list is shown; an empty text stands for everything. */
export interface AlertFilter {
  readonly kind: AlertKind | "";
  readonly region: string;
  readonly said: (typeof SAID)[number];
}

export const EVERYTHING: AlertFilter = { kind: "", region: "", said: "all" };

/** Whether an alert passes the filter. */
export function passes({ kind, region, said }: AlertFilter, alert: ShownAlert): boolean {
  return (
    (kind === "" || alert.kind === kind) &&
    (region === "" || alert.region === region) &&
    (said === "all" || (alert.explanation !== null) === (said === "explained"))
  );
}

interface AlertsBarProps {
  /** The region or office of the page; empty for the country. */
  readonly place: string;
  readonly filter: AlertFilter;
  readonly choose: (filter: AlertFilter) => void;
  readonly principal: Principal | null;
  /** Explains in advance; null where one may not. */
  readonly plan: (() => void) | null;
}

/** The filters of the list, and the ways to thresholds, webhook and an explanation in advance. */
export function AlertsBar({ place, filter, choose, principal, plan }: AlertsBarProps) {
  const { language } = useWords();
  const said = useRoomWords(ALERT_WORDS);
  const room = useRoomWords(ROOM_WORDS);
  const book = useBook();
  const tail = place === "" ? "" : `/${place}`;
  const sends =
    principal !== null &&
    !book.office.has(place) &&
    may(principal, "set-targets", place === "" ? {} : { region: place });
  const kinds = ALERT_KINDS.map((id) => ({ id, name: said.kinds[id] }));
  const regions = book.regions.map(({ id }) => ({ id, name: shortName(book, id, language) }));
  return (
    <div className="alertsBar">
      <Choice
        label={room.filterKind}
        value={filter.kind}
        choose={(kind) => choose({ ...filter, kind })}
        options={[{ id: "" as const, name: room.anyKind }, ...kinds]}
      />
      {place === "" && (
        <Choice
          label={room.filterRegion}
          value={filter.region}
          choose={(region) => choose({ ...filter, region })}
          options={[{ id: "", name: room.anyRegion }, ...regions]}
        />
      )}
      <Choice
        label={room.filterSaid}
        value={filter.said}
        choose={(next) => choose({ ...filter, said: next })}
        options={SAID.map((id) => ({ id, name: room.said[id] }))}
      />
      <span className="alertsBar__acts">
        {plan !== null && (
          <button type="button" className="button" onClick={plan}>
            {room.plan}
          </button>
        )}
        <Link className="button" href={`/alert-rules${tail}`}>
          {room.rules}
        </Link>
        {sends && (
          <Link className="button" href={`/webhook${tail}`}>
            {room.webhooks}
          </Link>
        )}
      </span>
    </div>
  );
}
