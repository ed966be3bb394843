import { Link } from "wouter";
import { useMay } from "../access/principal.ts";
import { useDayOf } from "../components/ViewKpis.tsx";
import { useRoomWords, useSettings, useWords } from "../settings.ts";
import { useNow, useRows, useThrottled } from "../store/hooks.ts";
import { useBook } from "../store/reference.ts";
import { writeValue } from "./alertValue.ts";
import { liveAlert, valueNow } from "./liveAlert.ts";
import { ROOM_WORDS } from "./roomWords.ts";
import { ALERT_WORDS } from "./words.ts";
import "./attention.css";

/** The alerts of an office above its page, with what its manager says of them; nothing while there are none. */
export function OfficeAlerts({ office }: { office: string }) {
  const { format } = useWords();
  const { kiosk } = useSettings();
  const said = useRoomWords(ALERT_WORDS);
  const room = useRoomWords(ROOM_WORDS);
  const scope = `office:${office}` as const;
  const alerts = useThrottled(useRows(scope, "alert"), 1000).flatMap((entry) => liveAlert(entry) ?? []);
  const { zone } = useDayOf(scope);
  const now = useNow(15_000) ?? 0;
  const explains = useMay("explain", { office, region: useBook().office.get(office)?.region ?? null });
  if (alerts.length === 0) return null;
  return (
    <section
      className="officeAlerts"
      aria-label={said.title}
      data-explained={alerts.every(({ cause }) => cause !== null)}
    >
      {alerts.map((alert) => {
        const value = valueNow(alert, now);
        const written = writeValue(format, alert.kind, value);
        const explanation =
          alert.cause === null || alert.until === null
            ? said.unexplained
            : [said.causes[alert.cause], alert.words, alert.action, said.until(format.clock(alert.until, zone))]
                .filter(Boolean)
                .join(" · ");
        return (
          <div key={alert.id} className="officeAlerts__line" data-explained={alert.cause !== null}>
            <span className="officeAlerts__shape" aria-hidden="true">
              {alert.cause === null ? "◆" : "◇"}
            </span>
            <span className="officeAlerts__what">
              {value === null ? said.kinds[alert.kind] : said.says[alert.kind](written, Math.round(value))}
            </span>
            <span className="officeAlerts__said">
              {format.clock(alert.since, zone)} · {explanation}
            </span>
            {!kiosk && (
              <Link
                className="officeAlerts__act"
                href={`/alerts/${office}${explains ? `?explain=${encodeURIComponent(alert.id)}` : ""}`}
              >
                {explains ? (alert.cause === null ? room.explain : room.change) : said.all}
              </Link>
            )}
          </div>
        );
      })}
    </section>
  );
}
