import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseMapping } from "./mapping.ts";
import type { Mapping } from "./mappingSchema.ts";
import { ImportError } from "./sourceRecord.ts";
import { unreadable } from "./textOf.ts";

/** Where the mappings that come with the product are, from the root of the project. */
const SHIPPED = join("seeds", "mappings");

async function textAt(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "EISDIR" || code === "ENOTDIR") return null;
    throw unreadable(path, error);
  }
}

/**
 * The mapping of a name: the path of a JSON file, a folder with a mapping.json, or one that comes with the product.
 * @throws ImportError when there is none, or it is wrong
 */
export async function findMapping(name: string): Promise<Mapping> {
  const places = [name, join(name, "mapping.json"), join(SHIPPED, name, "mapping.json"), join(SHIPPED, `${name}.json`)];
  for (const place of places) {
    const text = await textAt(place);
    if (text !== null) return parseMapping(text, place);
  }
  throw new ImportError(
    `Mapping ${name}: there is no such file; give the path of a JSON file, or the name of a mapping in ${SHIPPED}.`,
  );
}
