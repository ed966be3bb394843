import { useMemo } from "react";
import { useSearch } from "wouter";
import { usePrincipal } from "../access/principal.ts";

/** Whose day is looked at, on which date; null: the running one. */
export interface OwnPlace {
  readonly office: string;
  readonly operator: string;
  readonly date: string | null;
  /** Whether it is the day of the one who looks. */
  readonly own: boolean;
}

/** The day that the address names, else that of the operator who is signed in; null when neither says whose. */
export function useOwnPlace(): OwnPlace | null {
  const search = useSearch();
  const principal = usePrincipal();
  return useMemo(() => {
    const query = new URLSearchParams(search);
    const office = query.get("office") ?? principal?.office ?? null;
    const operator = query.get("operator") ?? principal?.operator ?? null;
    if (office === null || operator === null) return null;
    return { office, operator, date: query.get("date"), own: principal?.operator === operator };
  }, [search, principal]);
}

/** The address of a day of the same operator. */
export function addressOf({ office, operator }: OwnPlace, date: string | null): string {
  return `/my?${new URLSearchParams({ office, operator, ...(date === null ? {} : { date }) })}`;
}
