import { MOST_IMPORTED } from "../../shared/importedTotals.ts";
import type { Destination } from "./options.ts";
import { ImportError, type LineRefusal } from "./sourceRecord.ts";
import { readTotals } from "./totals.ts";
import type { TotalsMapping } from "./totalsMapping.ts";

/** What is said of an import of monthly totals. */
export interface TotalsSaid {
  readonly lines: readonly string[];
  readonly refused: readonly LineRefusal[];
}

async function send(url: string, token: string, source: string, rows: readonly unknown[]): Promise<void> {
  let response: Response;
  try {
    response = await fetch(new URL("/api/imported-totals", url), {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ source, rows }),
      signal: AbortSignal.timeout(60_000),
    });
  } catch (error) {
    throw new ImportError(
      `The centre at ${url} can not be reached (${(error as Error).message}); start it, or name it by --url.`,
    );
  }
  if (response.ok) return;
  const { title = "", detail = "" } = (await response.json().catch(() => ({}))) as { title?: string; detail?: string };
  throw new ImportError(`The centre at ${url} answered ${response.status}: ${title}. ${detail}`);
}

/**
 * Takes over an old system's monthly totals: marked, kept apart from what events make, and replaced when they come again.
 * @throws ImportError when the file, the centre or the way stops it
 */
export async function importTotals(
  file: string,
  mapping: TotalsMapping,
  destination: Destination,
): Promise<TotalsSaid> {
  if (destination.kind === "redis")
    throw new ImportError("Monthly totals go through the centre: name it by --url, with a token in INGEST_TOKEN.");
  const { months, refused } = await readTotals(file, mapping);
  if (destination.kind === "http")
    for (let at = 0; at < months.length; at += MOST_IMPORTED)
      await send(destination.url, destination.token, mapping.name, months.slice(at, at + MOST_IMPORTED));
  const places = new Set(months.map(({ office, region }) => office ?? region)).size;
  const dates = months.map(({ month }) => month).sort();
  const span = dates.length === 0 ? "" : `, ${dates[0]} to ${dates.at(-1)}`;
  return {
    refused,
    lines: [
      `${months.length} months of ${places} ${mapping.place.of === "office" ? "offices" : "regions"}${span} ${destination.kind === "check" ? "can be taken over" : "were taken over"} from "${mapping.name}"; ${refused.length} lines were refused.`,
      ...refused
        .slice(0, 20)
        .map(({ line, column, reason }) => `  line ${line}${column === null ? "" : `, column "${column}"`}: ${reason}`),
    ],
  };
}
