import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";

/** The text of an archived file, as it is unpacked. `packed` is given what the file holds. @throws when it is damaged */
export async function* unpackFile(path: string, packed?: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  const source = createReadStream(path);
  if (packed !== undefined) source.on("data", (chunk) => packed(chunk as Buffer));
  const unpacked = pipeline(source, createGunzip({ chunkSize: 65_536 }), () => {});
  for await (const chunk of unpacked) yield chunk as Buffer;
}

/** The lines of an archived file, some at once. @throws when it is damaged */
export async function* linesOfFile(path: string): AsyncGenerator<string[]> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of unpackFile(path)) {
    const end = chunk.lastIndexOf(10);
    if (end < 0) {
      rest = Buffer.concat([rest, chunk]);
      continue;
    }
    const text = Buffer.concat([rest, chunk.subarray(0, end)]).toString("utf8");
    rest = Buffer.from(chunk.subarray(end + 1));
    yield text.split("\n");
  }
  if (rest.length > 0) yield [rest.toString("utf8")];
}
