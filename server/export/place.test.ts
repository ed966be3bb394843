import { expect, test } from "vitest";
import type { Principal } from "../../shared/access.ts";
import { Problem } from "../http/problem.ts";
import { boundPlace } from "./place.ts";

const regionOf = (office: string) => (office.startsWith("KZ-71") ? "KZ-71" : "KZ-43");
const who = (role: Principal["role"], region: string | null, office: string | null): Principal => ({
  id: role,
  role,
  region,
  office,
  operator: null,
  name: role,
});
const acts = ["export", "see-applications"] as const;
const nowhere = { region: null, office: null };

test("without a place a file is about the asker's own", () => {
  expect(boundPlace(who("coordinator", null, null), acts, nowhere, regionOf)).toEqual(nowhere);
  expect(boundPlace(who("regional-manager", "KZ-71", null), acts, nowhere, regionOf)).toEqual({
    region: "KZ-71",
    office: null,
  });
  expect(boundPlace(who("manager", "KZ-71", "KZ-71-01"), acts, nowhere, regionOf)).toEqual({
    region: "KZ-71",
    office: "KZ-71-01",
  });
});

test("nobody takes away single cases of a place that is not theirs, and operators none at all", () => {
  const manager = who("manager", "KZ-71", "KZ-71-01");
  for (const asked of [
    { region: null, office: "KZ-71-02" },
    { region: "KZ-71", office: null },
    { region: null, office: "KZ-43-01" },
  ])
    expect(() => boundPlace(manager, acts, asked, regionOf)).toThrow(Problem);
  expect(() =>
    boundPlace(who("regional-manager", "KZ-43", null), acts, { region: "KZ-71", office: null }, regionOf),
  ).toThrow(/region/);
  expect(() => boundPlace(who("operator", "KZ-71", "KZ-71-01"), acts, nowhere, regionOf)).toThrow(Problem);
  expect(() => boundPlace(who("display", null, null), acts, nowhere, regionOf)).toThrow(Problem);
});
