import { expect, it } from "vitest";
import { Turns } from "./turns.ts";

it("between two turns the thread serves what has come", async () => {
  const turns = new Turns();
  const told: string[] = [];
  setTimeout(() => told.push("served"), 5);
  const work = async (name: string) => {
    await turns.next();
    const until = performance.now() + 10;
    while (performance.now() < until);
    told.push(name);
  };
  await Promise.all(["a", "b", "c"].map(work));
  expect(told.filter((one) => one !== "served")).toEqual(["a", "b", "c"]);
  expect(told.indexOf("served")).toBeLessThan(told.indexOf("c"));
});
