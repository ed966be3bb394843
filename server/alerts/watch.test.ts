import { beforeAll, expect, it } from "vitest";
import { indexReference, type ReferenceIndex } from "../../shared/referenceIndex.ts";
import { emptyRow } from "../core/row.ts";
import { Replica } from "../live/replica.ts";
import { loadReference } from "../reference.ts";
import { AlertWatch } from "./watch.ts";

const NOW = Date.parse("2026-11-23T10:30:00+05:00");
const SILENT_FROM = NOW - 600_000;
let index: ReferenceIndex;
beforeAll(async () => {
  index = indexReference(await loadReference("seeds"));
});

/** A replica in which so many offices were heard just now and so many fell silent; of the others nothing ever came. */
function replicaOf(heard: number, silent: number): Replica {
  const replica = new Replica(index, NOW);
  [...replica.offices.values()].slice(0, heard + silent).forEach((live, at) => {
    live.lastArrival = at < heard ? NOW - 1_000 : SILENT_FROM;
    live.lastEvent = live.lastArrival;
    live.row = emptyRow();
  });
  replica.tick(NOW);
  return replica;
}

function silences(replica: Replica, reach = NOW): unknown[] {
  const watch = new AlertWatch(replica, () => reach);
  watch.note(NOW);
  return [...replica.offices.values()].map((live) => watch.read(live, NOW).silent);
}

it("[G1] an office that fell silent is measured from then on, and one that was never heard is not", () => {
  const read = silences(replicaOf(20, 3));
  expect(read.slice(0, 23)).toEqual([...new Array(20).fill(0), 600, 600, 600]);
  expect(new Set(read.slice(23))).toEqual(new Set(["none"]));
});

it("[G1] when most offices fall silent at once the fault is the centre's own", () => {
  expect(new Set(silences(replicaOf(5, 20)).slice(0, 25))).toEqual(new Set(["unknown"]));
});

it("[G9] figures that lag behind what is stored are not judged", () => {
  expect(new Set(silences(replicaOf(20, 3), NOW - 120_000).slice(0, 23))).toEqual(new Set(["unknown"]));
});
