import { describe, expect, it } from "vitest";
import { ACTS, type Act, may, type Principal, type Role, type Where } from "./access.ts";

const somebody = (role: Role, place: Partial<Principal> = {}): Principal => ({
  id: role,
  role,
  name: role,
  region: null,
  office: null,
  operator: null,
  ...place,
});
const office = { region: "KZ-71", office: "KZ-71-01" };
const region = { region: "KZ-71" };

/** Where each act is asked for: the own office with an operator of it, a neighbour, a foreign region, the country. */
const PLACES: Readonly<Record<string, Where>> = {
  own: { ...office, operator: "KZ-71-01-07" },
  neighbour: { region: "KZ-71", office: "KZ-71-02", operator: "KZ-71-02-07" },
  region: { region: "KZ-71", office: null },
  foreign: { region: "KZ-75", office: "KZ-75-01", operator: "KZ-75-01-07" },
  country: {},
};

/** By role: what they may at each place, in letters as below; a dash is nothing. */
const LETTERS: Readonly<Record<string, Act>> = {
  t: "see-totals",
  o: "see-operators",
  w: "see-own",
  a: "see-applications",
  s: "see-status",
  r: "replay",
  l: "see-audit",
  k: "manage-accounts",
  g: "set-targets",
  e: "explain",
  c: "close-months",
  x: "export",
  d: "dispute",
  h: "call-help",
  n: "answer-help",
};

const TABLE: readonly (readonly [
  who: Principal,
  own: string,
  neighbour: string,
  region: string,
  foreign: string,
  country: string,
])[] = [
  [somebody("coordinator"), "tasrlkgcx", "tasrlkgcx", "tasrlkgcx", "tasrlkgcx", "tasrlkgcx"],
  [somebody("regional-manager", region), "towaslkgex", "towaslkgex", "towaslkgex", "-", "-"],
  [somebody("manager", office), "towaslkgexn", "-", "-", "-", "-"],
  [somebody("supervisor", office), "towaxn", "-", "-", "-", "-"],
  [somebody("operator", { ...office, operator: "KZ-71-01-07" }), "wdh", "-", "-", "-", "-"],
  [somebody("operator", { ...office, operator: "KZ-71-01-08" }), "-", "-", "-", "-", "-"],
  [somebody("analyst"), "tasx", "tasx", "tasx", "tasx", "tasx"],
  [somebody("analyst", region), "towasx", "towasx", "towasx", "-", "-"],
  [somebody("analyst", office), "towasx", "-", "-", "-", "-"],
  [somebody("display"), "t", "t", "t", "t", "t"],
  [somebody("display", office), "t", "-", "-", "-", "-"],
  [somebody("reader"), "towasx", "towasx", "towasx", "towasx", "towasx"],
  [somebody("visitor"), "towaslx", "towaslx", "towaslx", "towaslx", "towaslx"],
];

describe("who may do what, and where", () => {
  it.each(TABLE)("$role of $office $region $operator", (who, ...expected) => {
    const found = Object.values(PLACES).map(
      (where) =>
        Object.entries(LETTERS)
          .filter(([, act]) => may(who, act, where))
          .map(([letter]) => letter)
          .join("") || "-",
    );
    expect(found.map((letters) => [...letters].sort().join(""))).toEqual(
      expected.map((letters) => [...letters].sort().join("")),
    );
  });

  it("the table speaks of every act", () => {
    expect(Object.values(LETTERS).sort()).toEqual([...ACTS].sort());
  });
});
