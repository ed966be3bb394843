import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { IMPORTED_FIGURES } from "../../shared/importedTotals.ts";
import { ImportError } from "./sourceRecord.ts";

const column = z.string("must be the name of a column").min(1, "must name a column");

const schema = z.strictObject({
  kind: z.literal("totals"),
  name: z.string().regex(/^[A-Za-z0-9._-]{1,40}$/, "must be 1 to 40 characters of A-Z a-z 0-9 . _ -"),
  about: z.string().optional(),
  delimiter: z
    .string()
    .regex(/^[^"\r\n]$/, "must be one character")
    .default(","),
  encoding: z.string().nullable().default(null),
  /** Texts that stand for "not known". */
  empty: z.array(z.string()).default([]),
  /** One column such as 2024-03, 03.2024 or 03/2024, or two: the year and the month's number. */
  month: z.union([column, z.strictObject({ year: column, month: column })]),
  /** Whose totals they are; `values` translates what stands in the column into ids. */
  place: z.strictObject({
    column,
    of: z.enum(["office", "region"], 'must be "office" or "region"'),
    values: z.record(z.string(), z.string()).default({}),
  }),
  figures: z
    .partialRecord(z.enum(IMPORTED_FIGURES), column)
    .refine((figures) => Object.keys(figures).length > 0, "must name at least one figure"),
});

/** Which columns of an old system's monthly totals mean what. */
export type TotalsMapping = z.output<typeof schema>;

const SHIPPED = join("seeds", "mappings");

/**
 * The mapping of a name when it is one of monthly totals; null when it is another one, or is not there.
 * @throws ImportError naming the field and the remedy when it is wrong
 */
export async function findTotalsMapping(name: string): Promise<TotalsMapping | null> {
  for (const place of [
    name,
    join(name, "mapping.json"),
    join(SHIPPED, name, "mapping.json"),
    join(SHIPPED, `${name}.json`),
  ]) {
    const text = await readFile(place, "utf8").catch(() => null);
    if (text === null) continue;
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      return null;
    }
    if ((json as { readonly kind?: unknown } | null)?.kind !== "totals") return null;
    const parsed = schema.safeParse(json);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new ImportError(`Mapping ${place}: field "${issue?.path.join(".") || "(whole file)"}": ${issue?.message}.`);
  }
  return null;
}
