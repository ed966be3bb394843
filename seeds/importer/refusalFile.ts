import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { ImportError, type LineRefusal } from "./sourceRecord.ts";

/** A file to which every refusal is written. */
export interface RefusalFile {
  write(refusal: LineRefusal): void;
  close(): Promise<void>;
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Opens a CSV for refusals: line, column, kind of event, reason. @throws ImportError when it can not be written */
export async function openRefusalFile(path: string): Promise<RefusalFile> {
  const stream = createWriteStream(path);
  try {
    await once(stream, "open");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ImportError(`${path}: can not be written (${code}); name another file by --refused.`);
  }
  let broken: unknown = null;
  stream.on("error", (error) => {
    broken = error;
  });
  stream.write("line,column,type,reason\n");
  return {
    write: ({ line, column, type, reason }) =>
      void stream.write(`${line},${quoted(column ?? "")},${type ?? ""},${quoted(reason)}\n`),
    async close() {
      stream.end();
      if (broken === null) await once(stream, "close");
      if (broken !== null) throw new ImportError(`${path}: could not be written to its end (${String(broken)}).`);
    },
  };
}
