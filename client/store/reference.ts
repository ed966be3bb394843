import { createContext, useContext, useMemo } from "react";
import type { PublicOffice, PublicReference, PublicRegion, PublicService } from "../../shared/publicReference.ts";
import type { Authority } from "../../shared/reference.ts";

/** The reference data with its records by id. */
export interface Book {
  readonly regions: readonly PublicRegion[];
  readonly region: ReadonlyMap<string, PublicRegion>;
  readonly offices: readonly PublicOffice[];
  readonly office: ReadonlyMap<string, PublicOffice>;
  readonly service: ReadonlyMap<string, PublicService>;
  readonly authority: ReadonlyMap<string, Authority>;
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

/** Indexes the reference data; `regions` keeps the present ones, those with a place on the tile grid. */
function bookOf(reference: PublicReference): Book {
  return {
    regions: reference.regions.filter((region) => region.tile !== null),
    region: byId(reference.regions),
    offices: reference.offices,
    office: byId(reference.offices),
    service: byId(reference.services),
    authority: byId(reference.authorities),
  };
}

const EMPTY = bookOf({ regions: [], offices: [], services: [], authorities: [] });

export const BookContext = createContext<Book>(EMPTY);

/** The reference data; empty until it has come. */
export function useBook(): Book {
  return useContext(BookContext);
}

/** The book of an answer, indexed once. */
export function useBookOf(reference: PublicReference | null): Book {
  return useMemo(() => (reference === null ? EMPTY : bookOf(reference)), [reference]);
}
