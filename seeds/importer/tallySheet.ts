import type { LineRefusal } from "./sourceRecord.ts";
import type { MadeEvent } from "./translator.ts";

/** How many refusals are kept to be shown. */
const SHOWN = 20;

const count = (value: number) => value.toLocaleString("en");

function place({ line, column }: Pick<LineRefusal, "line" | "column">): string {
  return column === null ? `line ${line}` : `line ${line}, column "${column}"`;
}

/** Counts what an import does, and says it at the end. */
export class TallySheet {
  rows = 0;
  cases = 0;
  accepted = 0;
  refused = 0;
  retries = 0;
  readonly types = new Map<string, number>();
  readonly offices = new Map<string, number>();
  readonly reasons = new Map<string, number>();
  readonly shown: LineRefusal[] = [];
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;
  #events = 0;

  /** Events that were made of the file. */
  get events(): number {
    return this.#events;
  }

  /** An event was made. */
  made({ type, office, time }: MadeEvent): void {
    this.#events += 1;
    this.types.set(type, (this.types.get(type) ?? 0) + 1);
    this.offices.set(office, (this.offices.get(office) ?? 0) + 1);
    this.#first = Math.min(this.#first, time);
    this.#last = Math.max(this.#last, time);
  }

  /** Something of the file was not taken. */
  refuse(refusal: LineRefusal): void {
    this.refused += 1;
    const { column, reason } = refusal;
    const key = column === null ? reason : `"${column}" ${reason}`;
    this.reasons.set(key, (this.reasons.get(key) ?? 0) + 1);
    if (this.shown.length < SHOWN) this.shown.push(refusal);
  }

  /** The summary, a line for each figure; `check`: nothing was sent. */
  lines(file: string, check: boolean): string[] {
    const day = (moment: number) => new Date(moment).toISOString().slice(0, 10);
    const list = (of: ReadonlyMap<string, number>) => [...of].map(([name, n]) => `${name} ${count(n)}`).join(", ");
    const lines = [
      `rows read      ${count(this.rows)}`,
      `cases          ${this.cases === 0 ? "—" : count(this.cases)}`,
      `events         ${count(this.#events)}${this.#events === 0 ? "" : ` from ${day(this.#first)} to ${day(this.#last)} (UTC)`}`,
    ];
    for (const [type, n] of this.types) lines.push(`  ${type.padEnd(28)} ${count(n)}`);
    lines.push(`offices        ${this.offices.size === 0 ? "—" : list(this.offices)}`);
    lines.push(check ? "accepted       — (only checked, nothing was sent)" : `accepted       ${count(this.accepted)}`);
    lines.push(`refused        ${count(this.refused)}`);
    if (this.retries > 0) lines.push(`sent again     ${count(this.retries)} times, the centre was busy or away`);
    return [...lines, ...this.#refusals(file)];
  }

  #refusals(file: string): string[] {
    if (this.refused === 0) return [];
    const lines = ["", "Refused, by reason:"];
    for (const [reason, n] of [...this.reasons].sort(([, one], [, other]) => other - one).slice(0, SHOWN))
      lines.push(`  ${count(n)} × ${reason}`);
    lines.push("", this.refused > this.shown.length ? `The first ${SHOWN}:` : "Each of them:");
    for (const refusal of this.shown)
      lines.push(`  ${file}, ${place(refusal)}${refusal.type === null ? "" : ` (${refusal.type})`}: ${refusal.reason}`);
    return lines;
  }
}
