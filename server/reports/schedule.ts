import { randomUUID } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import type { ReportVersion } from "../../shared/reportMonths.ts";
import type { Day } from "../../shared/time.ts";
import { type Month, monthBefore, monthWith, parseMonth } from "../core/reportMonth.ts";
import { FILE_LANGUAGES, type FileFormat, type Language } from "../export/fileFormat.ts";
import { ClosingRefused } from "./closeMonth.ts";
import type { Closings } from "./closings.ts";
import type { MonthlyReports } from "./monthlyReports.ts";
import { placesOf } from "./places.ts";
import type { Renderer } from "./renderer.ts";
import { fileNameOf } from "./reportAddress.ts";
import type { ReportFolder } from "./reportFolder.ts";

/** What the schedule of the reports stands on. */
export interface ScheduleParts {
  readonly reports: MonthlyReports;
  readonly closings: Closings;
  readonly folder: ReportFolder;
  readonly renderer: Pick<Renderer, "render">;
  readonly index: ReferenceIndex;
  /** The centre's date of now. */
  today(): Day;
  /** The day on which a month closes by itself; null: only by hand. */
  closesOn(month: Month): Day | null;
  /** How many events of the month are in the figures. */
  events(month: Month): Promise<number>;
  failed(error: unknown): void;
}

/** So often the schedule looks whether something is to be done, ms. */
const LOOK_MS = 60_000;
/** More events of the month than these between two looks: its history is being laid down, and the closing waits. */
const MOST_ARRIVALS = 1_000;

const FORMATS: readonly FileFormat[] = ["csv", "xlsx", "pdf"];

/**
 * Closes the month before on its closing day, and writes the files of every closed version once. Any number of processes
 * may run it: one at a time works, and what one did not finish the next one does.
 */
export class ReportSchedule {
  readonly #parts: ScheduleParts;
  readonly #holder = randomUUID();
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;
  #seen: { readonly month: string; readonly events: number } | null = null;

  constructor(parts: ScheduleParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#timer = setTimeout(() => {
      this.#running = this.look()
        .catch((error: unknown) => this.#parts.failed(error))
        .then(() => (this.#stopped ? undefined : this.start()));
    }, LOOK_MS).unref();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#running;
  }

  /** Does what is to be done now. @throws RedisAwayError */
  async look(): Promise<void> {
    await this.#close();
    await this.#write();
  }

  async #close(): Promise<void> {
    const { reports, today: now } = this.#parts;
    const today = now();
    const month = monthBefore(monthWith(today));
    const day = this.#parts.closesOn(month);
    if (day === null || today < day || (await reports.versions(month.id)).length > 0) return;
    const events = await this.#parts.events(month);
    const before = this.#seen;
    this.#seen = { month: month.id, events };
    const quiet = before?.month === month.id && events - before.events <= MOST_ARRIVALS;
    if (events === 0 || !quiet) return;
    try {
      await reports.close(month, { by: "", reason: null });
    } catch (error) {
      if (!(error instanceof ClosingRefused)) throw error;
    }
  }

  async #write(): Promise<void> {
    const { closings } = this.#parts;
    const waiting = [];
    for (const version of await closings.versions()) if (!(await closings.isFiled(version))) waiting.push(version);
    if (waiting.length === 0 || !(await closings.hold("filing", this.#holder))) return;
    try {
      for (const version of waiting) await this.#writeVersion(version);
    } finally {
      await closings.release("filing", this.#holder);
    }
  }

  async #writeVersion(version: ReportVersion): Promise<void> {
    const { reports, closings, index, folder, renderer } = this.#parts;
    const month = parseMonth(version.month) as Month;
    for (const place of placesOf(index, month)) {
      const report = await reports.report(place, month, version.version);
      if (report === null) continue;
      if (this.#stopped || !(await closings.hold("filing", this.#holder))) return;
      const write = async (format: FileFormat, language: Language) => {
        await breathe();
        const name = fileNameOf(report, format, language);
        await folder.write(version, name, () => renderer.render(report, format, language));
      };
      await write("json", "kk");
      // The offices' files are many, and each can be had from the page in every format and language at any time.
      if (place.kind === "office") for (const language of ["kk", "ru"] as const) await write("xlsx", language);
      else for (const format of FORMATS) for (const language of FILE_LANGUAGES) await write(format, language);
    }
    await closings.filed(version);
  }
}
