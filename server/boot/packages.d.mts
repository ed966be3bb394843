/** Installs the npm packages that the lock file names, unless they are there already. */
export function ensurePackages(): Promise<void>;

/** True when node_modules of `root` holds every package of its lock file in its version, those for other systems aside. */
export function packagesAreCurrent(root: string): boolean;
