import { createHash } from "node:crypto";
import type { ArchivedDay } from "./archivedDay.ts";
import { unpackFile } from "./readFile.ts";

/** Reads a file whole and holds it against its manifest: what is wrong with it, in words; nothing when it is sound. */
export async function checkFile(path: string, of: ArchivedDay): Promise<string[]> {
  const fileHash = createHash("sha256");
  const textHash = createHash("sha256");
  let [fileBytes, textBytes, entries] = [0, 0, 0];
  try {
    const packed = (chunk: Buffer) => {
      fileHash.update(chunk);
      fileBytes += chunk.length;
    };
    for await (const chunk of unpackFile(path, packed)) {
      textHash.update(chunk);
      textBytes += chunk.length;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) entries += 1;
    }
  } catch (error) {
    return [`can not be read: ${(error as Error).message}`];
  }
  const found: string[] = [];
  if (fileBytes !== of.fileBytes) found.push(`has ${fileBytes} bytes, not ${of.fileBytes}`);
  if (fileHash.digest("hex") !== of.fileHash) found.push("the checksum of the file is another one");
  if (textBytes !== of.textBytes || textHash.digest("hex") !== of.textHash)
    found.push("the checksum of the text is another one");
  if (entries !== of.entries) found.push(`holds ${entries} entries, not ${of.entries}`);
  return found;
}
