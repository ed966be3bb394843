import { useMemo } from "react";
import { DICTIONARY } from "../../shared/dictionary.ts";
import type { Scope } from "../../shared/wire.ts";
import { compareTexts } from "../language.ts";
import { useWords } from "../settings.ts";
import { comparisonsOf, extentOf } from "../store/comparison.ts";
import { useRow, useRows, useThrottled } from "../store/hooks.ts";
import { COMPARED_MEASURES, measureOf, toneOf } from "../store/measures.ts";
import { useBook } from "../store/reference.ts";
import { type CompareLine, CompareList } from "./CompareList.tsx";
import { Empty } from "./Message.tsx";
import { Panel } from "./Panel.tsx";
import { shortName } from "./places.ts";

/** Regions or offices side by side, ordered by name, each against the limits of its own number and mix of cases. */
export function ComparePanel({ scope, measureId }: { scope: Scope; measureId: string }) {
  const { words, format, language } = useWords();
  const compared = useThrottled(useRows(scope, "compare"), 1000);
  const total = useThrottled(useRow(scope, "total"), 1000);
  const book = useBook();
  const chosen = measureOf(measureId);
  const measure = chosen.compared === null ? (COMPARED_MEASURES[0] ?? chosen) : chosen;
  const found = useMemo(
    () => (measure.compared === null ? [] : [...comparisonsOf(compared, measure.compared).values()]),
    [compared, measure],
  );
  const extent = useMemo(() => extentOf(found), [found]);
  const lines = useMemo<readonly CompareLine[]>(
    () =>
      found
        .map((comparison) => {
          const { verdict, expected, lower, upper, unit, rate, n } = comparison;
          const few = verdict === "few" || verdict === null;
          const limits = words.compare.expectedAt(
            format.percent(expected),
            format.percent(lower),
            format.percent(upper),
          );
          return {
            comparison,
            name: shortName(book, unit, language),
            value: format.percentFigure(rate),
            tone: toneOf(measure, verdict),
            said: few
              ? `${words.compare.few} (${format.count(n)})`
              : `${words.tiles[verdict]}: ${limits}; ${words.tiles.cases(format.count(n))}`,
          };
        })
        .sort((a, b) => compareTexts(language, a.name, b.name)),
    [found, words, format, language, book, measure],
  );
  const whole = measure.value(total, 0);
  return (
    <Panel
      className="panel--compare"
      title={words.compare.title}
      aside={`${DICTIONARY[measure.id].names[language]}, %`}
    >
      {lines.length === 0 ? (
        <Empty>{words.compare.none}</Empty>
      ) : (
        <CompareList
          lines={lines}
          extent={extent}
          whole={whole}
          wholeName={scope === "country" ? words.compare.country : words.compare.region}
          wholeValue={format.percent(whole)}
          limits={words.compare.limits}
        />
      )}
    </Panel>
  );
}
