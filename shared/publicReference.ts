import type { Authority, Dated, Names, Norm, Office, Reference, Region, Service } from "./reference.ts";
import { formatDay } from "./time.ts";

/** A record whose dates are written out (`2026-11-23`), as it leaves the server. */
type Written<T extends Dated> = Omit<T, keyof Dated> & {
  readonly validFrom: string;
  readonly validTo: string | null;
};

export type PublicRegion = Omit<Written<Region>, "formerNames"> & {
  readonly formerNames: readonly {
    readonly names: Names;
    readonly validFrom: string;
    readonly validTo: string | null;
  }[];
};
export type PublicOffice = Omit<Written<Office>, "formerRegions"> & {
  readonly formerRegions: readonly { readonly region: string; readonly validTo: string }[];
};
/** A service with its norms, the latest first. */
export type PublicService = Omit<Written<Service>, "norms"> & { readonly norms: readonly Written<Norm>[] };

/** The answer of `GET /api/reference`; it holds no staff lists. */
export interface PublicReference {
  readonly regions: readonly PublicRegion[];
  readonly offices: readonly PublicOffice[];
  readonly services: readonly PublicService[];
  readonly authorities: readonly Authority[];
}

function written<T extends Dated>(record: T): Written<T> {
  return {
    ...record,
    validFrom: formatDay(record.validFrom),
    validTo: record.validTo === null ? null : formatDay(record.validTo),
  };
}

/** What everybody may know of the reference data, with dates written out. */
export function publicReference(reference: Reference): PublicReference {
  return {
    regions: reference.regions.map((region) => ({ ...written(region), formerNames: region.formerNames.map(written) })),
    offices: reference.offices.map((office) => ({
      ...written(office),
      formerRegions: office.formerRegions.map(({ region, validTo }) => ({ region, validTo: formatDay(validTo) })),
    })),
    services: reference.services.map((service) => ({ ...written(service), norms: service.norms.map(written) })),
    authorities: reference.authorities,
  };
}
