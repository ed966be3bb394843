/** Bytes that are passed on at once: passing on costs more than a row. */
const PIECE = 131_072;
/** What may still be written into a piece that is full. */
const SPARE = 8_192;
/** The longest number as ECMAScript writes it is shorter. */
const NUMBER = 32;
const DOT = 46;
const ZERO = 48;
/** Whole numbers up to it are divided by the processor as 32 bits. */
const DIGITS = 999_999_999;

/** A text that is written over and over: its bytes by fours, the last four filled up. */
export interface Phrase {
  readonly words: Int32Array;
  readonly length: number;
}

/** The phrase of a text. */
export function phraseOf(text: string): Phrase {
  const bytes = Buffer.from(text);
  const filled = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
  bytes.copy(filled);
  const words = Int32Array.from({ length: filled.length / 4 }, (_, at) => filled.readInt32LE(at * 4));
  return { words, length: bytes.length };
}

/** Writes texts and numbers side by side as the bytes of a file: a sheet has a thousand of them a row. */
export class ByteWriter {
  #bytes = Buffer.allocUnsafeSlow(PIECE);
  #view = viewOf(this.#bytes);
  #at = 0;

  /** Whether there is enough to be passed on. */
  get full(): boolean {
    return this.#at >= PIECE - SPARE;
  }

  /** Writes a phrase, four bytes at once: one at a time costs three times as much. */
  phrase({ words, length }: Phrase): void {
    this.#room(length + 4);
    const view = this.#view;
    let at = this.#at;
    for (let word = 0; word < words.length; word += 1) {
      view.setInt32(at, words[word] as number, true);
      at += 4;
    }
    this.#at += length;
  }

  /** Writes any text as UTF-8. */
  text(text: string): void {
    this.#room(text.length * 3);
    this.#at += this.#bytes.write(text, this.#at);
  }

  /** Writes a number as ECMAScript writes it. */
  number(value: number): void {
    this.#room(NUMBER);
    if (value >= 0 && value <= DIGITS) {
      const whole = value | 0;
      if (whole === value) {
        this.#whole(whole);
        return;
      }
      // of at most three decimals: seconds out of whole milliseconds are
      const thousandths = Math.round((value - whole) * 1_000);
      if (whole + thousandths / 1_000 === value && thousandths < 1_000) {
        this.#decimals(whole, thousandths);
        return;
      }
    }
    const text = String(value);
    for (let from = 0; from < text.length; from += 1) this.#bytes[this.#at + from] = text.charCodeAt(from);
    this.#at += text.length;
  }

  /** Hands over what is written, and begins anew in bytes of its own. */
  take(): Uint8Array {
    const written = this.#bytes.subarray(0, this.#at);
    this.#take(Buffer.allocUnsafeSlow(PIECE));
    this.#at = 0;
    return written;
  }

  #whole(value: number): void {
    const bytes = this.#bytes;
    let end = this.#at + 1;
    for (let bound = 10; bound <= value; bound *= 10) end += 1;
    this.#at = end;
    let rest = value;
    do {
      const tens = (rest / 10) | 0;
      end -= 1;
      bytes[end] = ZERO + rest - tens * 10;
      rest = tens;
    } while (rest > 0);
  }

  #decimals(whole: number, thousandths: number): void {
    this.#whole(whole);
    const bytes = this.#bytes;
    const at = this.#at;
    const hundreds = (thousandths / 100) | 0;
    const tens = ((thousandths / 10) | 0) - hundreds * 10;
    const ones = thousandths - hundreds * 100 - tens * 10;
    bytes[at] = DOT;
    bytes[at + 1] = ZERO + hundreds;
    bytes[at + 2] = ZERO + tens;
    bytes[at + 3] = ZERO + ones;
    this.#at += ones > 0 ? 4 : tens > 0 ? 3 : 2;
  }

  #room(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#at + more));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#take(larger);
  }

  #take(bytes: Buffer): void {
    this.#bytes = bytes as Buffer<ArrayBuffer>;
    this.#view = viewOf(bytes);
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Buffer): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
