import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import type { ReportPlace } from "../../shared/report.ts";
import type { Month } from "../core/reportMonth.ts";
import { inRegion } from "./monthSnapshot.ts";

const COUNTRY: ReportPlace = {
  kind: "country",
  id: "",
  names: { kk: "Қазақстан", ru: "Казахстан", en: "Kazakhstan" },
};

/** The place of a region or office; neither: the country. Ids must be known. */
export function placeOf(index: ReferenceIndex, region: string | null, office: string | null): ReportPlace {
  if (office !== null) return { kind: "office", id: office, names: named(index.offices.get(office)) };
  if (region !== null) return { kind: "region", id: region, names: named(index.regions.get(region)) };
  return COUNTRY;
}

function named(of: { readonly names: ReportPlace["names"] } | undefined): ReportPlace["names"] {
  return of?.names ?? { kk: "—", ru: "—", en: "—" };
}

/** The part of a closed version that holds a place's report: `country`, `region:KZ-71`, `office:KZ-71-01`. */
export function partOf({ kind, id }: ReportPlace): string {
  return kind === "country" ? kind : `${kind}:${id}`;
}

/** The ids of the offices that a place takes in. */
export function officesOfPlace(index: ReferenceIndex, { kind, id }: ReportPlace, { from, to }: Month): Set<string> {
  const offices = [...index.offices.values()].filter(
    (office) => kind === "country" || (kind === "office" ? office.id === id : inRegion(office, id, from, to)),
  );
  return new Set(offices.map((office) => office.id));
}

/** Every place that has a report of a month: the country, its regions, its offices. */
export function placesOf(index: ReferenceIndex, { from, to }: Month): ReportPlace[] {
  const offices = [...index.offices.values()].filter(
    (office) => office.validFrom <= to && (office.validTo === null || office.validTo >= from),
  );
  const regions = [...index.regions.keys()].filter((id) => offices.some((office) => inRegion(office, id, from, to)));
  return [
    COUNTRY,
    ...regions.sort().map((id) => placeOf(index, id, null)),
    ...offices.map(({ id }) => placeOf(index, null, id)).sort((a, b) => (a.id < b.id ? -1 : 1)),
  ];
}
