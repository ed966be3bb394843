import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publicReference } from "../shared/publicReference.ts";
import { type Reference, validOn } from "../shared/reference.ts";
import { parseDay } from "../shared/time.ts";
import { loadReference } from "./reference.ts";
import { ReferenceDataError } from "./referenceChecks.ts";
import { referenceFiles } from "./referenceSchema.ts";

const TODAY = parseDay("2026-11-22") as number;
const THESIS = parseDay("2008-06-30") as number;

let reference: Reference;
let folder: string;

beforeAll(async () => {
  reference = await loadReference("seeds");
  folder = await mkdtemp(join(tmpdir(), "reference-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("the country", () => {
  it("has 20 regions today, each with its own tile, and 16 in 2008", () => {
    const today = reference.regions.filter((region) => validOn(region, TODAY));
    expect(today).toHaveLength(20);
    expect(today.every((region) => region.tile !== null)).toBe(true);
    expect(reference.regions.filter((region) => validOn(region, THESIS))).toHaveLength(16);
  });

  it("adds up to its published population of 2023", () => {
    const people = reference.regions.reduce((sum, region) => sum + (region.population.y2023 ?? 0), 0);
    expect(people).toBe(19_765_004);
  });

  it("has 300 offices today, in the zone of their region and with names of their own", () => {
    const today = reference.offices.filter((office) => validOn(office, TODAY));
    expect(today).toHaveLength(300);
    for (const language of ["kk", "ru", "en"] as const) {
      expect(new Set(today.map((office) => office.names[language])).size).toBe(300);
    }
    const zones = new Map(reference.regions.map((region) => [region.id, region.zone]));
    for (const office of today) expect(office.zone).toBe(zones.get(office.region));
  });

  it("keeps short names short enough for a tile", () => {
    for (const { shortNames } of reference.regions) {
      for (const name of Object.values(shortNames)) expect([...name].length).toBeLessThanOrEqual(11);
    }
  });

  it("has 57 services, 25 of them in 2008, each with a normal norm today and at its start", () => {
    expect(reference.services).toHaveLength(57);
    expect(reference.services.filter((service) => validOn(service, THESIS))).toHaveLength(25);
    for (const service of reference.services) {
      for (const day of [TODAY, service.validFrom]) {
        const norms = service.norms.filter((norm) => norm.variant === "normal" && validOn(norm, day));
        expect([service.id, norms.length]).toEqual([service.id, 1]);
      }
    }
  });

  it("numbers the staff of an office through its shifts", () => {
    const staff = reference.operators.filter((operator) => operator.office === "KZ-71-01");
    expect(staff).toHaveLength(40);
    expect(staff[6]).toEqual({ id: "KZ-71-01-07", office: "KZ-71-01", desk: "7", shift: "A", role: "operator" });
    expect(staff.at(-1)).toEqual({ id: "KZ-71-01-40", office: "KZ-71-01", desk: null, shift: "B", role: "supervisor" });
    expect(new Set(reference.operators.map((operator) => operator.id)).size).toBe(reference.operators.length);
  });

  it("gives every office the norms of 15 minutes waiting and 20 minutes service", () => {
    for (const office of reference.offices) {
      expect([office.waitNormSeconds, office.serviceNormSeconds]).toEqual([900, 1200]);
    }
  });
});

describe("the public reference", () => {
  it("writes dates out, lists the latest norm first and holds no staff", () => {
    const open = publicReference(reference);
    expect(Object.keys(open)).toEqual(["regions", "offices", "services", "authorities"]);
    expect(open.offices.find((office) => office.id === "KZ-71-01")).toMatchObject({
      region: "KZ-71",
      zone: "Asia/Almaty",
      validFrom: "2005-11-01",
      validTo: null,
    });
    const service = open.services.find((each) => each.id === "property-registration");
    expect(service?.norms[0]).toMatchObject({ variant: "normal", unit: "working-day", amount: 3 });
    expect(service?.norms.at(-1)).toMatchObject({ amount: 5, validTo: "2007-07-31" });
  });
});

type Json = { [key: string]: Json }[] & { [key: string]: Json } & string;

async function refusal(file: string, change: (content: Json) => unknown): Promise<ReferenceDataError> {
  for (const name of Object.keys(referenceFiles)) await cp(join("seeds", name), join(folder, name));
  const changed = change(JSON.parse(await readFile(join(folder, file), "utf8")) as Json);
  await writeFile(join(folder, file), typeof changed === "string" ? changed : JSON.stringify(changed));
  try {
    await loadReference(folder);
  } catch (error) {
    if (error instanceof ReferenceDataError) return error;
    throw error;
  }
  throw new Error("The folder was accepted");
}

/** Sets a field, named by its path, in a copy of a file. */
const set = (path: string, value: unknown) => (content: Json) => {
  const keys = path.split(".");
  const last = keys.pop() as string;
  let place: Json = content;
  for (const key of keys) place = place[key] as Json;
  (place as Record<string, unknown>)[last] = value;
  return content;
};

describe("a reference folder is refused with the file, the record, the field and the remedy when", () => {
  it.each([
    ["a date is no date", "offices.json", "0.validFrom", "01.01.2007", "KZ-10-01", "validFrom", /such as 2026-11-23/],
    ["a name is missing", "regions.json", "1.names.kk", "", "KZ-11", "names.kk", /must not be empty/],
    ["a field is not known", "regions.json", "0.colour", "red", "KZ-10", "colour", /remove it/],
    ["a zone is no IANA zone", "offices.json", "2.zone", "Astana", "KZ-10-03", "zone", /IANA/],
    ["a record has no usable id", "authorities.json", "3.id", "a b", "a b", "id", /1 to 40 characters/],
    ["hours are not readable", "calendars.json", "opening.0.week.0", "9-20", "duty", "week.0", /09:00-20:00/],
    ["hours end before they start", "calendars.json", "opening.0.onHoliday", "20:00-09:00", "duty", "onHoliday", /09/],
    ["a region is unknown", "offices.json", "0.region", "KZ-99", "KZ-10-01", "region", /not in regions\.json/],
    ["a staffing is unknown", "offices.json", "0.staffing", "big", "KZ-10-01", "staffing", /staffing\.json/],
    ["an authority is unknown", "services.json", "0.authority", "nobody", "passport", "authority", /authorities\.json/],
    [
      "a norm's calendar is unknown",
      "services.json",
      "0.norms.0.calendar",
      "KZ-6",
      "passport",
      "norms.0.calendar",
      /KZ-6/,
    ],
    ["an opening calendar is unknown", "staffing.json", "0.openings", "late", "city-20", "openings", /calendars\.json/],
    ["a followed calendar is unknown", "calendars.json", "opening.1.follows", "KZ-6", "ordinary", "follows", /KZ-6/],
    ["an id is used twice", "offices.json", "1.id", "KZ-10-01", "KZ-10-01", "id", /used twice/],
    ["two regions share a tile", "regions.json", "1.tile", { column: 5, row: 1 }, "KZ-11", "tile", /KZ-10 already/],
    ["dates run backwards", "services.json", "1.validTo", "2006-01-01", "identity-card", "validTo", /before validFrom/],
    ["norms overlap", "services.json", "0.norms.4.validTo", "2014-06-01", "passport", "norms.4.validFrom", /overlaps/],
    [
      "a worked day is no weekend",
      "calendars.json",
      "counting.0.transfers.0.worked",
      "2005-03-02",
      "KZ-5",
      "transfers.0.worked",
      /weekend/,
    ],
    ["the waiting norm is gone", "targets.json", "0.id", "wait", "waiting-norm", "id", /is missing/],
  ])("%s", async (_, file, path, value, record, field, remedy) => {
    const error = await refusal(file, set(path, value));
    expect({ file: error.file, record: error.record, field: error.field }).toEqual({ file, record, field });
    expect(error.message).toMatch(remedy);
    expect(error.message).toContain(file);
  });

  it("a record has no id: its place is named", async () => {
    const error = await refusal("services.json", (content) => content.map((each, place) => (place === 4 ? {} : each)));
    expect(error.message).toMatch(/services\.json: record #5/);
  });

  it("a file is not JSON", async () => {
    expect((await refusal("regions.json", () => "[{,}]")).message).toMatch(/regions\.json.*is not JSON/);
  });

  it("a file is missing", async () => {
    await expect(loadReference(join(folder, "nothing"))).rejects.toThrow(/can not be read.*REFERENCE/);
  });
});
