import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Response } from "express";
import { CONTENT_TYPES, type FileBytes, type FileFormat } from "./fileFormat.ts";

/** A file to be sent: its bytes, its format, and the name it is kept under, without its ending. */
export interface SentFile {
  readonly bytes: FileBytes;
  readonly format: FileFormat;
  readonly name: string;
}

async function begun(bytes: FileBytes): Promise<AsyncIterable<Uint8Array>> {
  const parts = bytes[Symbol.asyncIterator]();
  const first = await parts.next();
  return (async function* () {
    try {
      if (first.done !== true) yield first.value;
      yield* { [Symbol.asyncIterator]: () => parts };
    } finally {
      await parts.return?.();
    }
  })();
}

/**
 * Sends a file only as fast as it is taken. A failure before its first byte is an ordinary problem; one behind it breaks
 * the connection, so that half a file is never taken for a whole one. Who goes away in between is no failure.
 */
export async function sendFile(response: Response, { bytes, format, name }: SentFile): Promise<void> {
  const body = await begun(bytes);
  response.set({
    "Content-Type": CONTENT_TYPES[format],
    "Content-Disposition": `attachment; filename="${name}.${format}"`,
    "Cache-Control": "no-store",
  });
  try {
    await pipeline(Readable.from(body, { objectMode: true, highWaterMark: 1 }), response);
  } catch (error) {
    if (!response.destroyed) response.destroy();
    if (!(error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE")) throw error;
  }
}
