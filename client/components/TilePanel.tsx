import { useMemo, useState } from "react";
import { DICTIONARY } from "../../shared/dictionary.ts";
import type { Names } from "../../shared/reference.ts";
import type { Scope, WireRow } from "../../shared/wire.ts";
import type { Format } from "../format.ts";
import { byName, type Language } from "../language.ts";
import type { Catalogue } from "../locales/catalogue.ts";
import { useWords } from "../settings.ts";
import { type Comparison, comparisonsOf, extentOf } from "../store/comparison.ts";
import { figure } from "../store/figures.ts";
import { useNow, useRows, useThrottled } from "../store/hooks.ts";
import { MEASURES, type Measure, measureOf, toneOf, writeMeasure } from "../store/measures.ts";
import { useBook } from "../store/reference.ts";
import { Choice } from "./Choice.tsx";
import { Empty } from "./Message.tsx";
import { Panel } from "./Panel.tsx";
import { partsOf } from "./places.ts";
import { Tiles, type TileView } from "./Tiles.tsx";

interface Place {
  readonly id: string;
  readonly shortNames: Names;
  readonly column: number;
  readonly row: number;
}

function columnsFor(count: number): number {
  if (count <= 3) return Math.max(1, count);
  if (count <= 6) return 3;
  if (count <= 12) return 4;
  return count <= 15 ? 5 : 6;
}

/** The places of a scope: regions where they lie in the country, offices in the order of their names. */
function usePlaces(scope: Scope, language: Language): { places: readonly Place[]; columns: number; rows: number } {
  const book = useBook();
  return useMemo(() => {
    if (scope === "country") {
      const places = book.regions
        .map(({ id, shortNames, tile }) => ({ id, shortNames, column: tile?.column ?? 0, row: tile?.row ?? 0 }))
        .sort((a, b) => a.row - b.row || a.column - b.column);
      return { places, columns: 7, rows: 4 };
    }
    const region = scope.slice("region:".length);
    const offices = book.offices.filter((office) => office.region === region && office.validTo === null);
    const columns = columnsFor(offices.length);
    const places = byName(language, offices, (office) => office.shortNames).map(({ id, shortNames }, at) => ({
      id,
      shortNames,
      column: at % columns,
      row: Math.floor(at / columns),
    }));
    return { places, columns, rows: Math.max(1, Math.ceil(offices.length / columns)) };
  }, [book, scope, language]);
}

interface Surroundings {
  readonly words: Catalogue;
  readonly format: Format;
  readonly language: Language;
  readonly measure: Measure;
  readonly kind: "region" | "office";
  readonly now: number;
  readonly extent: readonly [number, number];
}

function tileView(
  place: Place,
  row: WireRow | undefined,
  comparison: Comparison | undefined,
  around: Surroundings,
): TileView {
  const { words, format, language, measure, kind, now } = around;
  const { figure: text, unit } = writeMeasure(format, measure.unit, measure.value(row, now));
  const verdict = comparison?.verdict ?? null;
  const silent = figure(row, "officesSilent") ?? 0;
  const cases = measure.cases?.(row) ?? null;
  return {
    id: place.id,
    href: kind === "region" ? `/region/${place.id}` : `/office/${place.id}`,
    name: place.shortNames[language],
    figure: text,
    unit: measure.unit === "share" ? "" : unit,
    cases: measure.cases === null ? "" : format.count(cases),
    tone: toneOf(measure, verdict),
    said: verdict === null || verdict === "expected" ? "" : words.tiles[verdict],
    silent:
      silent === 0
        ? ""
        : kind === "office"
          ? words.tiles.silent
          : words.tiles.silentOffices(silent, format.count(silent)),
    silentCount: kind === "office" ? words.tiles.silent : format.count(silent),
    column: place.column,
    row: place.row,
    strip:
      comparison === undefined
        ? null
        : {
            rate: comparison.rate,
            lower: comparison.lower,
            upper: comparison.upper,
            whole: null,
            extent: around.extent,
          },
  };
}

function sameTile(a: TileView | undefined, b: TileView): boolean {
  return (
    a !== undefined &&
    a.figure === b.figure &&
    a.cases === b.cases &&
    a.tone === b.tone &&
    a.silent === b.silent &&
    a.name === b.name &&
    a.unit === b.unit &&
    a.column === b.column &&
    a.row === b.row &&
    a.strip?.rate === b.strip?.rate &&
    a.strip?.lower === b.strip?.lower &&
    a.strip?.upper === b.strip?.upper &&
    a.strip?.extent[0] === b.strip?.extent[0] &&
    a.strip?.extent[1] === b.strip?.extent[1]
  );
}

/** Tiles that did not change keep their identity, so that only the others are drawn. */
function useSteady(tiles: readonly TileView[]): readonly TileView[] {
  const [before] = useState(() => new Map<string, TileView>());
  return tiles.map((tile) => {
    const last = before.get(tile.id);
    if (last !== undefined && sameTile(last, tile)) return last;
    before.set(tile.id, tile);
    return tile;
  });
}

/** A measure place by place: coloured only where it is unusual, dashed where offices are silent. */
export function TilePanel({
  scope,
  measureId,
  choose,
}: {
  scope: Scope;
  measureId: string;
  choose: (id: string) => void;
}) {
  const { words, format, language } = useWords();
  const kind = partsOf(scope);
  const { places, columns, rows } = usePlaces(scope, language);
  const entries = useThrottled(useRows(scope, kind), 250);
  const compared = useThrottled(useRows(scope, "compare"), 1000);
  const now = useNow(5000) ?? 0;
  const measure = measureOf(measureId);
  const comparisons = useMemo(
    () => (measure.compared === null ? new Map<string, Comparison>() : comparisonsOf(compared, measure.compared)),
    [compared, measure],
  );
  const extent = useMemo(() => extentOf(comparisons.values()), [comparisons]);
  const byId = new Map(entries.map(({ id, row }) => [id, row]));
  const around: Surroundings = { words, format, language, measure, kind, now, extent };
  const tiles = useSteady(
    places.map((place) => tileView(place, byId.get(place.id), comparisons.get(place.id), around)),
  );
  const options = MEASURES.map(({ id }) => ({ id: id as string, name: DICTIONARY[id].names[language] }));
  const scale = kind === "region" ? words.tiles.byRegion : words.tiles.byOffice;
  return (
    <Panel
      className="panel--tiles"
      title={
        <>
          <Choice label={words.tiles.choose} value={measure.id as string} options={options} choose={choose} />
          {measure.unit === "share" && <small>%</small>}
        </>
      }
      aside={<Legend measure={measure} few={tiles.some(({ tone }) => tone === "few")} />}
    >
      {tiles.length === 0 && <Empty>{words.states.loading}</Empty>}
      <Tiles tiles={tiles} columns={columns} rows={rows} label={`${DICTIONARY[measure.id].names[language]} ${scale}`} />
    </Panel>
  );
}

function Legend({ measure, few }: { measure: Measure; few: boolean }) {
  const { words } = useWords();
  const [worse, better] =
    measure.worse === "higher" ? [words.tiles.higher, words.tiles.lower] : [words.tiles.lower, words.tiles.higher];
  return (
    <ul className="legend">
      {measure.compared !== null && (
        <>
          <li data-tone="worse">
            <span aria-hidden="true">◆</span> {worse}
          </li>
          <li data-tone="better">
            <span aria-hidden="true">●</span> {better}
          </li>
          {few && (
            <li>
              <span aria-hidden="true">○</span> {words.tiles.few}
            </li>
          )}
        </>
      )}
      <li>
        <span aria-hidden="true">┄</span> {words.tiles.silent}
      </li>
    </ul>
  );
}
