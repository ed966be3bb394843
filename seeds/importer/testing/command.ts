import { importByCommandLine } from "../commandLine.ts";

/** What a run of the import said. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the import as its command line would, without a process of its own. */
export async function runCommand(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Said> {
  let out = "";
  let err = "";
  const code = await importByCommandLine(args, {
    env,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}
