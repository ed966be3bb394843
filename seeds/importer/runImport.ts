import { stat } from "node:fs/promises";
import type { Mapping } from "./mappingSchema.ts";
import { producerOf } from "./numbering.ts";
import { recordsOf } from "./records.ts";
import type { LineRefusal } from "./sourceRecord.ts";
import { TallySheet } from "./tallySheet.ts";
import { unreadable } from "./textOf.ts";
import { type MadeEvent, Translator } from "./translator.ts";
import type { WayIn } from "./wayIn.ts";

/** The most events, and about the most characters, of one batch: what the door takes in one request. */
const MOST_EVENTS = 1_000;
const MOST_CHARACTERS = 2_000_000;
const PROGRESS_MS = 2_000;

export interface ImportJob {
  readonly file: string;
  readonly mapping: Mapping;
  /** Null: the file is only checked. */
  readonly way: WayIn | null;
  /** Told every refusal, in the order in which they are found. */
  onRefused(refusal: LineRefusal): void;
  /** Told how far it is, every two seconds. */
  onProgress(sentence: string): void;
}

/** Sends in batches: one is on its way while the next one is made. */
class Dispatcher {
  readonly #way: WayIn | null;
  readonly #sheet: TallySheet;
  readonly #refuse: (refusal: LineRefusal) => void;
  #batch: MadeEvent[] = [];
  #characters = 0;
  #underway: Promise<void> = Promise.resolve();

  constructor(way: WayIn | null, sheet: TallySheet, refuse: (refusal: LineRefusal) => void) {
    this.#way = way;
    this.#sheet = sheet;
    this.#refuse = refuse;
  }

  async add(event: MadeEvent): Promise<void> {
    if (this.#way === null) return;
    this.#batch.push(event);
    this.#characters += event.json.length;
    if (this.#batch.length >= MOST_EVENTS || this.#characters >= MOST_CHARACTERS) await this.flush();
  }

  /** Hands the batch over when the one before it has arrived. */
  async flush(): Promise<void> {
    await this.#underway;
    const batch = this.#batch;
    if (batch.length === 0) return;
    this.#batch = [];
    this.#characters = 0;
    this.#underway = this.#deliver(batch);
    this.#underway.catch(() => undefined);
  }

  async finish(): Promise<void> {
    await this.flush();
    await this.#underway;
  }

  async #deliver(batch: readonly MadeEvent[]): Promise<void> {
    const way = this.#way as WayIn;
    const { accepted, refused } = await way.send(batch);
    this.#sheet.accepted += accepted;
    this.#sheet.retries = way.retries;
    for (const { index, reason } of refused) {
      const { line, type } = batch[index] as MadeEvent;
      this.#refuse({ line, column: null, type, reason });
    }
  }
}

/**
 * Replays a file into the centre. Repeating it is safe: the same file with the same mapping makes the same identities.
 * @throws ImportError when the file or the centre stops it; what was sent until then stays, and may be sent again
 */
export async function runImport(job: ImportJob): Promise<TallySheet> {
  const { file, mapping, way } = job;
  const size = await stat(file).then(
    (found) => found.size,
    (error: unknown) => {
      throw unreadable(file, error);
    },
  );
  const sheet = new TallySheet();
  const refuse = (refusal: LineRefusal) => {
    sheet.refuse(refusal);
    job.onRefused(refusal);
  };
  const translator = new Translator(mapping, await producerOf(file, mapping));
  const dispatcher = new Dispatcher(way, sheet, refuse);
  let bytes = 0;
  let told = performance.now();
  const ears = {
    onBytes: (read: number) => {
      bytes += read;
    },
    onRefused: (refusal: LineRefusal) => {
      sheet.rows += 1;
      refuse(refusal);
    },
  };
  for await (const records of recordsOf(file, mapping, ears)) {
    for (const record of records) {
      sheet.rows += 1;
      const { events, refused } = translator.translate(record);
      for (const refusal of refused) refuse(refusal);
      for (const event of events) {
        sheet.made(event);
        await dispatcher.add(event);
      }
    }
    sheet.cases = translator.cases;
    if (performance.now() - told < PROGRESS_MS) continue;
    told = performance.now();
    const share = Math.floor((100 * bytes) / Math.max(1, size));
    job.onProgress(`${share} % of the file: ${sheet.rows} rows, ${sheet.events} events, ${sheet.refused} refused`);
  }
  await dispatcher.finish();
  return sheet;
}
