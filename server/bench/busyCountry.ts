import { SETTINGS, type Settings } from "../../seeds/simulator/generator/settings.ts";
import { indexReference, type ReferenceIndex } from "../../shared/referenceIndex.ts";
import { staffOf } from "../reference.ts";

/** The same country with the staff of a city in every office: thirty operators, and ten who guide and lead them. */
export function fullyStaffed(index: ReferenceIndex): ReferenceIndex {
  const { reference } = index;
  const pattern = reference.offices.find(({ kind, validTo }) => kind === "city" && validTo === null);
  if (pattern === undefined)
    throw new Error("offices.json: has no city office; the measurement takes its staff from one");
  const { desks, openings, shifts, kind } = pattern;
  const offices = reference.offices.map((office) => ({ ...office, desks, openings, shifts, kind }));
  return indexReference({ ...reference, offices, operators: offices.flatMap(staffOf) });
}

/** Settings by which every office has so many clients a day. */
export function withClients(clients: number): Settings {
  return { ...SETTINGS, clients: { ...SETTINGS.clients, city: clients, rayon: clients } };
}
