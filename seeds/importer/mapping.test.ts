import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { loadReference } from "../../server/reference.ts";
import { findMapping } from "./findMapping.ts";
import { parseMapping } from "./mapping.ts";
import { findTotalsMapping } from "./totalsMapping.ts";

const GOOD = {
  name: "m",
  case: "id",
  office: { value: "KZ-71-01" },
  events: [{ type: "oss.application.ready", each: "case", time: "done", data: { application: "id" } }],
};
const messageOf = (mapping: unknown): string => {
  try {
    parseMapping(typeof mapping === "string" ? mapping : JSON.stringify(mapping), "m.json");
    return "nothing is wrong";
  } catch (error) {
    return (error as Error).message;
  }
};
const withEvent = (change: object) => ({ ...GOOD, events: [{ ...GOOD.events[0], ...change }] });

test.each([
  ["{", "Mapping m.json: is not JSON"],
  [{ ...GOOD, name: "a b" }, 'field "name": must be 1 to 40 characters'],
  [{ ...GOOD, office: undefined }, 'field "office": must be the name of a column, or {'],
  [{ ...GOOD, office: {} }, 'field "office": must have one of "column", "template" and "value"'],
  [{ ...GOOD, events: [] }, 'field "events": must hold at least one event'],
  [{ ...GOOD, events: undefined }, 'field "events": is missing; add it'],
  [{ ...GOOD, offices: 1 }, 'field "(whole file)": has "offices", which is not known here'],
  [{ ...GOOD, case: undefined }, 'field "case": is missing, and events.0 is made once for each case'],
  [{ ...GOOD, encoding: "cp-nothing" }, 'field "encoding": must be an encoding such as'],
  [{ ...GOOD, delimiter: ";;" }, 'field "delimiter": must be one character'],
  [{ ...GOOD, times: { zone: "Asia/Astana" } }, 'field "times.zone": must be an IANA time zone'],
  [{ ...GOOD, times: { formats: ["DD.MM.YYYY"] } }, 'field "times.formats.0": must be "iso"'],
  [withEvent({ type: "oss.application.done" }), 'field "events.0.type": must be a kind of event of the event table'],
  [withEvent({ time: undefined }), 'field "events.0.time": must be the name of a column'],
  [withEvent({ when: { step: 3 } }), 'field "events.0.when.step": must be "filled", "empty", a list'],
  [withEvent({ data: {} }), 'field "events.0.data.application": is missing, and oss.application.ready needs it'],
  [withEvent({ data: { application: "id", name: "n" } }), 'field "events.0.data.name": is no field of'],
])("%j is refused with field and remedy", (mapping, message) => {
  expect(messageOf(mapping)).toContain(message);
});

test("a mapping needs little: the rest has defaults", () => {
  expect(parseMapping(JSON.stringify(GOOD), "m.json")).toMatchObject({
    delimiter: ",",
    numbering: "content",
    times: { formats: ["iso"], zone: null },
    events: [{ optional: false, when: {} }],
  });
});

test("every mapping that comes with the product is right, and so is the reference data beside it", async () => {
  for (const entry of readdirSync("seeds/mappings", { withFileTypes: true })) {
    const name = entry.name.replace(/\.json$/, "");
    const mapping = (await findTotalsMapping(name)) ?? (await findMapping(name));
    expect(mapping.name).toBe(name);
    const reference = `seeds/mappings/${name}/reference`;
    if (existsSync(reference)) await loadReference(reference);
  }
});

test("a mapping that is not there is named with the place to look", async () => {
  await expect(findMapping("nowhere")).rejects.toThrow("Mapping nowhere: there is no such file; give the path");
});
