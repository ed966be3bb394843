/** Builds the client and the server side into dist unless they are current. False when a build failed. */
export function ensureBuild(): Promise<boolean>;

/** A short text that changes whenever a source of the build below `root` is added, removed or written. */
export function stampOfSources(root: string): string;
