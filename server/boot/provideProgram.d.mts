/** A program that is no npm package: the names it goes by, Debian's package, and what to type elsewhere. */
export interface Program {
  readonly title: string;
  readonly names: readonly string[];
  readonly package: string;
  readonly inside: string;
  readonly install: Readonly<Record<string, string>>;
  readonly otherwise: string;
}

/** The programs that the product, its tests and its bench need beside npm packages. */
export const PROGRAMS: {
  readonly redis: Program;
  readonly chromium: Program;
  readonly spreadsheet: Program;
  readonly pdfText: Program;
};

/**
 * The path of the program: found on the PATH, or unpacked earlier into `folder`, or now got from Debian's packages.
 * `say` hears what takes time. Throws one sentence that names what to type on this system.
 */
export function provideProgram(
  program: Program,
  options: { readonly folder: string; readonly say: (line: string) => void; readonly root?: boolean },
): Promise<string>;

/** One sentence: what is missing and the command that installs it with this system's own package manager. */
export function howToInstall(program: Program, root: boolean): string;
