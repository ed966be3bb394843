import { expect, test } from "vitest";
import { DICTIONARY, type FigureId } from "./dictionary.ts";
import { FLOW_DICTIONARY } from "./dictionaryFlow.ts";

const FIGURE_IDS = Object.keys(DICTIONARY) as readonly FigureId[];

test("every figure has its name and definition in three languages, and no two share a name", () => {
  for (const language of ["kk", "ru", "en"] as const) {
    const names = FIGURE_IDS.map((id) => DICTIONARY[id].names[language]);
    expect(new Set(names).size).toBe(names.length);
    for (const id of FIGURE_IDS) {
      expect(DICTIONARY[id].names[language].length, id).toBeGreaterThan(2);
      expect(DICTIONARY[id].definition[language], id).toMatch(/\.$/);
    }
  }
});

test("a figure's pair is a figure of the dictionary", () => {
  for (const id of FIGURE_IDS) {
    const { pair } = DICTIONARY[id];
    if (pair !== undefined) expect(FIGURE_IDS).toContain(pair);
  }
});

test("an entry carries its key as id", () => {
  for (const id of FIGURE_IDS) expect(DICTIONARY[id].id).toBe(id);
});

test("every flow figure is here", () => {
  const flow =
    "accepted rejected returned returnedByOperator ready declined issued withdrawn due delayed ticketsIssued called served noShow left waitingTime withinNorm serviceTime paymentPause leadTime open frontOfficeTime backOfficeTime signedIn paused serving ratings complaints thanks";
  expect(Object.keys(FLOW_DICTIONARY).sort()).toEqual(flow.split(" ").sort());
});
