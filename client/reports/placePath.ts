import type { Scope } from "../../shared/wire.ts";

/** The place of the reports: the country, a region or an office. */
export interface PlaceOfReports {
  readonly scope: Scope;
  /** Before `/reports` in an address. */
  readonly path: string;
  /** The parameters of the place in a request. */
  readonly query: Readonly<Record<string, string>>;
}

/** The place that the parameters of an address name. */
export function placeOfReports(params: Readonly<Record<string, string | undefined>>): PlaceOfReports {
  const { region, office } = params;
  if (office !== undefined) return { scope: `office:${office}`, path: `/office/${office}`, query: { office } };
  if (region !== undefined) return { scope: `region:${region}`, path: `/region/${region}`, query: { region } };
  return { scope: "country", path: "", query: {} };
}

/** An address of the reports with the place and more. */
export function reportsAddress(
  path: string,
  place: PlaceOfReports,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({ ...place.query, ...more }).toString();
  return `/api/reports/${path}${query === "" ? "" : `?${query}`}`;
}
