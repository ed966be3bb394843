import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { FileBytes } from "../fileFormat.ts";

/** A file within the archive. */
export interface ZipPart {
  readonly name: string;
  readonly content: FileBytes;
}

interface Stored {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

const VERSION = 20;
/** Sizes follow the data; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1980-01-01 00:00, the first date of the format: the same input gives the same bytes. */
const NO_DATE = 0x0021;
const GZIP_HEADER = 10;
const GZIP_TRAILER = 8;
const FAST = 1;
/** Bytes that come out at once. */
const PIECE = 65_536;

function fields(...values: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(values.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of values) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

function localHeader(name: Buffer): Buffer {
  return Buffer.concat([
    fields(
      [4, 0x04034b50],
      [2, VERSION],
      [2, FLAGS],
      [2, DEFLATED],
      [2, 0],
      [2, NO_DATE],
      [4, 0],
      [4, 0],
      [4, 0],
      [2, name.length],
      [2, 0],
    ),
    name,
  ]);
}

function directoryEntry({ name, offset, crc, packed, size }: Stored): Buffer {
  return Buffer.concat([
    fields(
      [4, 0x02014b50],
      [2, VERSION],
      [2, VERSION],
      [2, FLAGS],
      [2, DEFLATED],
      [2, 0],
      [2, NO_DATE],
      [4, crc],
      [4, packed],
      [4, size],
      [2, name.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ),
    name,
  ]);
}

/**
 * Deflates off the main thread. What gzip puts around the deflated bytes is cut off: a header, and a trailer with exactly
 * the checksum and the size that the archive asks for.
 */
async function* deflate(content: FileBytes): AsyncGenerator<Buffer, { crc: number; size: number }> {
  const gzip = createGzip({ level: FAST, chunkSize: PIECE });
  const fed = pipeline(Readable.from(content, { objectMode: true, highWaterMark: 1 }), gzip);
  fed.catch(() => undefined);
  let skip = GZIP_HEADER;
  let held = Buffer.alloc(0);
  for await (const chunk of gzip as AsyncIterable<Buffer>) {
    const bytes = skip > 0 ? chunk.subarray(Math.min(skip, chunk.length)) : chunk;
    skip -= Math.min(skip, chunk.length);
    const both = Buffer.concat([held, bytes]);
    const free = Math.max(0, both.length - GZIP_TRAILER);
    if (free > 0) yield both.subarray(0, free);
    held = both.subarray(free);
  }
  await fed;
  return { crc: held.readUInt32LE(0), size: held.readUInt32LE(4) };
}

/** Passes chunks on, tells how long each is, and gives what comes at their end; who stops reading stops the source. */
async function* counting<T>(
  chunks: AsyncGenerator<Uint8Array, T>,
  each: (bytes: number) => void,
): AsyncGenerator<Uint8Array, T> {
  try {
    let step = await chunks.next();
    while (step.done !== true) {
      each(step.value.length);
      yield step.value;
      step = await chunks.next();
    }
    return step.value;
  } finally {
    await chunks.return(undefined as T);
  }
}

/** A ZIP archive, written while its parts are read. Below 4 GB; no dates, so the same parts give the same bytes. */
export async function* zip(parts: Iterable<ZipPart> | AsyncIterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const stored: Stored[] = [];
  let offset = 0;
  for await (const { name: text, content } of parts) {
    const name = Buffer.from(text);
    const begin = offset;
    const header = localHeader(name);
    yield header;
    offset += header.length;
    let packed = 0;
    const { crc, size } = yield* counting(deflate(content), (bytes) => {
      packed += bytes;
    });
    const descriptor = fields([4, 0x08074b50], [4, crc], [4, packed], [4, size]);
    yield descriptor;
    offset += packed + descriptor.length;
    stored.push({ name, offset: begin, crc, packed, size });
  }
  const directory = Buffer.concat(stored.map(directoryEntry));
  const { length } = stored;
  yield directory;
  yield fields([4, 0x06054b50], [2, 0], [2, 0], [2, length], [2, length], [4, directory.length], [4, offset], [2, 0]);
}
