import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Principal, Role } from "../../shared/access.ts";
import { DIMENSIONS, type StatisticsQuery } from "../../shared/statistics.ts";
import { Problem } from "../http/problem.ts";
import { boundStatistics, boundUsual } from "./bounds.ts";

const OFFICES = ["KZ-71-01", "KZ-71-02", "KZ-75-01"];
const regionOf = (office: string) => (OFFICES.includes(office) ? office.slice(0, 5) : null);
const somebody = (role: Role, place: Partial<Principal> = {}): Principal => ({
  id: role,
  role,
  name: "",
  region: null,
  office: null,
  operator: null,
  ...place,
});
const atOffice = { region: "KZ-71", office: "KZ-71-01" };
const OPERATOR = somebody("operator", { ...atOffice, operator: "07" });
const PEOPLE = [
  somebody("coordinator"),
  somebody("analyst"),
  somebody("display"),
  somebody("regional-manager", { region: "KZ-71" }),
  somebody("analyst", { region: "KZ-71" }),
  somebody("manager", atOffice),
  somebody("supervisor", atOffice),
  somebody("display", atOffice),
  OPERATOR,
];
const asked = (filter: StatisticsQuery["filter"], by: StatisticsQuery["by"] = []): StatisticsQuery => ({
  from: 1,
  to: 2,
  by,
  filter,
});

const anyQuestion = fc
  .record({
    by: fc.uniqueArray(fc.constantFrom(...DIMENSIONS), { maxLength: 2 }),
    filter: fc.record(
      {
        region: fc.constantFrom("KZ-71", "KZ-75"),
        office: fc.constantFrom(...OFFICES, "nowhere"),
        operator: fc.constantFrom("07", "08"),
        service: fc.constant("passport"),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ by, filter }) => asked(filter, by));

describe("questions for figures", () => {
  it("an answered question lies within the place of who asks, and names operators only to those who may see them", () => {
    fc.assert(
      fc.property(fc.constantFrom(...PEOPLE), anyQuestion, (who, question) => {
        let bound: StatisticsQuery;
        try {
          bound = boundStatistics(who, question, regionOf).query;
        } catch (error) {
          return error instanceof Problem && error.id === "forbidden";
        }
        const { office, region, operator } = bound.filter;
        if (who.office !== null && office !== who.office) return false;
        if (who.region !== null && office === undefined && region !== who.region) return false;
        if (who.region !== null && office !== undefined && regionOf(office) !== who.region) return false;
        if (who.role === "operator") return operator === who.operator;
        const local = who.region !== null && who.role !== "display";
        return local || (operator === undefined && !bound.by.includes("operator"));
      }),
      { numRuns: 1_000 },
    );
  });

  it("without a place is about the own one", () => {
    const manager = somebody("manager", atOffice);
    expect(boundStatistics(manager, asked({}), regionOf).query.filter).toEqual({ office: "KZ-71-01" });
    const region = somebody("regional-manager", { region: "KZ-71" });
    expect(boundStatistics(region, asked({ service: "passport" }), regionOf).query.filter).toEqual({
      region: "KZ-71",
      service: "passport",
    });
    expect(boundStatistics(OPERATOR, asked({}), regionOf).query.filter).toEqual({ office: "KZ-71-01", operator: "07" });
    expect(boundUsual(manager, { day: null, region: null, office: null }, regionOf)).toMatchObject({
      office: "KZ-71-01",
    });
  });

  it.each([
    [somebody("manager", atOffice), asked({ office: "KZ-71-02" }), "office"],
    [somebody("manager", atOffice), asked({ region: "KZ-75" }), "region"],
    [somebody("coordinator"), asked({}, ["operator"]), "by"],
    [somebody("coordinator"), asked({ operator: "07" }), "operator"],
    [OPERATOR, asked({ operator: "08" }), "operator"],
  ])("%o is told which parameter is not theirs to ask", (who, question, parameter) => {
    expect(() => boundStatistics(who, question, regionOf)).toThrow(new RegExp(`^${parameter}: `));
  });
});
