import type { Request } from "express";
import type { Where } from "../../shared/access.ts";
import type { Office } from "../../shared/reference.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import type { Query } from "../http/query.ts";

function said(request: Request, name: string): string | null {
  const value = request.query[name];
  return typeof value === "string" ? value : null;
}

/** Reads for the guard of which office, and of which operator, an address asks; all routes of the floor name them so. */
export function placeOf(index: ReferenceIndex): (request: Request) => Where {
  return (request) => {
    const office = said(request, "office");
    const region = office === null ? null : (index.offices.get(office)?.region ?? null);
    return { region, office, operator: said(request, "operator") };
  };
}

/** The office that an address asks for. @throws Problem when it is missing or unknown */
export function askedOffice(query: Query, index: ReferenceIndex): Office {
  const id = query.known("office", (each) => index.offices.has(each));
  if (id === null) throw query.conflict("office", "is missing; take an id from /api/reference.");
  return index.offices.get(id) as Office;
}

/** The operator that an address asks for. @throws Problem when it is missing */
export function askedOperator(query: Query): string {
  const id = query.identifier("operator");
  if (id === null) throw query.conflict("operator", "is missing; give the operator's id, such as KZ-71-01-07.");
  return id;
}
