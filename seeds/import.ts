import { importByCommandLine } from "./importer/commandLine.ts";

process.exitCode = await importByCommandLine(process.argv.slice(2), {
  env: process.env,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
