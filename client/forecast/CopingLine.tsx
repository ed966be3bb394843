import type { ForecastAnswer } from "../../shared/forecast.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { Method } from "./Method.tsx";
import { FORECAST_WORDS } from "./words.ts";

const SIGNS = { enough: "✓", tight: "!", short: "▲" } as const;

/** Whether the desks will cope until closing: one sentence, and its verdict with a sign of its own. */
export function CopingLine({ forecast, zone }: { forecast: ForecastAnswer; zone: string }) {
  const { format } = useWords();
  const words = useRoomWords(FORECAST_WORDS);
  const { coping, closes } = forecast;
  if (coping === null || closes === null) return null;
  const { coming, waiting, capacity, verdict, moreDesks } = coping;
  const count = (value: number) => format.count(Math.round(value));
  const missing = coming.expected + waiting - capacity;
  const said = verdict === "short" ? words.short(count(missing), moreDesks) : words[verdict];
  return (
    <p className="coping" data-verdict={verdict}>
      <span className="coping__sign" aria-hidden="true">
        {SIGNS[verdict]}
      </span>
      <span>
        <span className="coping__name">
          <Method name={words.cope}>
            <p>{words.copingMethod}</p>
          </Method>
        </span>{" "}
        {words.coming(
          format.clock(Date.parse(closes), zone),
          count(coming.expected),
          count(coming.low),
          count(coming.high),
          count(waiting),
        )}{" "}
        {words.capacity(count(capacity))}: <strong className="coping__verdict">{said}</strong>
      </span>
    </p>
  );
}
