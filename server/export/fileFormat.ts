import type { Names } from "../../shared/reference.ts";

/** The languages that files are written in. */
export const FILE_LANGUAGES = ["kk", "ru", "en"] as const satisfies readonly (keyof Names)[];
export type Language = (typeof FILE_LANGUAGES)[number];

/** The formats of files. */
export const FILE_FORMATS = ["csv", "xlsx", "pdf", "json"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** What `Content-Type` says of a format. */
export const CONTENT_TYPES: Readonly<Record<FileFormat, string>> = {
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
  json: "application/json; charset=utf-8",
};

/** A file on its way: written only as fast as it is read. */
export type FileBytes = AsyncIterable<Uint8Array>;

const CHUNK = 65_536;

/** Text as UTF-8 in pieces of about 64 kB. */
export async function* encodeText(parts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let text = "";
  for await (const part of parts) {
    text += part;
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = "";
  }
  if (text !== "") yield Buffer.from(text);
}

/** The whole of a file, for one that is kept or small. */
export async function wholeFile(bytes: FileBytes): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}
