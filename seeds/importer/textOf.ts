import { createReadStream } from "node:fs";
import { ImportError } from "./sourceRecord.ts";

const CHUNK_BYTES = 1 << 18;
const DECLARED = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/;

/** What a file is read with. */
export interface TextOptions {
  /** The encoding that the mapping names; null: a byte order mark, an XML declaration, else UTF-8. */
  readonly encoding: string | null;
  /** Told the bytes of each part that is read. */
  onBytes(bytes: number): void;
}

function startsWith(bytes: Uint8Array, ...signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function refusePacked(path: string, head: Uint8Array): void {
  if (startsWith(head, 0x1f, 0x8b))
    throw new ImportError(`${path}: is compressed with gzip; unpack it first (gunzip) and import the file inside.`);
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04))
    throw new ImportError(`${path}: is a ZIP archive or an Excel workbook; unpack it, or save the sheet as CSV first.`);
}

function encodingOf(head: Uint8Array, named: string | null): string {
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return "utf-8";
  if (startsWith(head, 0xff, 0xfe)) return "utf-16le";
  if (startsWith(head, 0xfe, 0xff)) return "utf-16be";
  return named ?? DECLARED.exec(Buffer.from(head.subarray(0, 200)).toString("latin1"))?.[1] ?? "utf-8";
}

function decoderFor(path: string, encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new ImportError(`${path}: declares the encoding "${encoding}", which is not known; convert it to UTF-8.`);
  }
}

/** Why a file can not be opened, as a sentence; any other error as it is. */
export function unreadable(path: string, error: unknown): unknown {
  switch ((error as NodeJS.ErrnoException | null)?.code) {
    case "ENOENT":
      return new ImportError(`${path}: there is no such file; check the path.`);
    case "EISDIR":
      return new ImportError(`${path}: is a folder; name the file inside it.`);
    case "EACCES":
    case "EPERM":
      return new ImportError(`${path}: may not be read by this user; change its permissions.`);
    default:
      return error;
  }
}

/**
 * The text of a file in parts, however large it is.
 * @throws ImportError when it can not be read, is packed, or is not text in its encoding
 */
export async function* textOf(path: string, options: TextOptions): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let encoding = "";
  let read = 0;
  const decode = (bytes?: Uint8Array): string => {
    if (decoder === null) return "";
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      const remedy = 'name its encoding in the mapping (field "encoding"), such as "windows-1251"';
      throw new ImportError(`${path}: is not text in ${encoding} near byte ${read}; ${remedy}.`);
    }
  };
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Uint8Array>) {
      if (decoder === null) {
        refusePacked(path, bytes);
        encoding = encodingOf(bytes, options.encoding);
        decoder = decoderFor(path, encoding);
      }
      options.onBytes(bytes.length);
      yield decode(bytes);
      read += bytes.length;
    }
  } catch (error) {
    throw unreadable(path, error);
  }
  yield decode();
}
