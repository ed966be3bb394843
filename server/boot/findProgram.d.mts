/**
 * The absolute path of the first of `names` that stands as an executable file in a folder of `path`
 * (the PATH unless given), or null. An earlier name wins over an earlier folder.
 */
export function findProgram(names: readonly string[], path?: string): string | null;
