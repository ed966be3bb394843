import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { faultText, reasonNames, reasonText } from "./reasonNames.ts";

const SIMULATION = new URL("../seeds/simulation.json", import.meta.url);

test("every reason of the simulated country has words in three languages", () => {
  const { refused, returned, declined } = JSON.parse(readFileSync(SIMULATION, "utf8")).reasons;
  const all: string[] = [...refused, ...declined, ...Object.values<string[]>(returned).flat()];
  expect(all.filter((reason) => reasonNames(reason) === null)).toEqual([]);
});

test("a reason or fault that is not known stays as it came", () => {
  expect(reasonText("fee-not-paid", "ru")).toBe("не оплачена пошлина");
  expect(reasonText("нет печати", "kk")).toBe("нет печати");
  expect(reasonText("constructor", "en")).toBe("constructor");
  expect(faultText("rule-change", "kk")).toBe("ереже өзгерді");
});
