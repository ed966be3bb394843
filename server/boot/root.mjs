import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the whole project. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where programs lie that were unpacked without root. */
export const PROGRAMS_FOLDER = join(process.env.DATA_DIR ?? join(ROOT, ".data"), "programs");
