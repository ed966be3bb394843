import type { Reconciliation } from "../../shared/reconciliation.ts";

const column = (text: string, width: number) => text.padStart(width);

/** A recount as a table: each figure stored, counted anew, and the difference. Tells whether all differences are 0. */
export function printReconciliation(of: Reconciliation, print: (line: string) => void): boolean {
  const { events, figures, holes, differing } = of;
  const number = (amount: number) => amount.toLocaleString("en", { maximumFractionDigits: 3 });
  print(`${of.from} to ${of.to}, ${of.offices} offices, as of ${of.asOf}`);
  print(`${"figure".padEnd(20)}${column("stored", 20)}${column("recounted", 20)}${column("difference", 14)}`);
  for (const { figure, unit, stored, recounted, difference } of figures) {
    const name = unit === "seconds" ? `${figure}, s` : figure;
    const shown = difference === 0 ? "±0" : number(difference);
    print(`${name.padEnd(20)}${column(number(stored), 20)}${column(number(recounted), 20)}${column(shown, 14)}`);
  }
  print(
    `${events.distinct} distinct events of ${events.promised} promised by sequence numbers, ${events.missing} missing; ${events.repeated} came again, ${events.refused} were refused`,
  );
  for (const { office, producer, missing, seen } of holes)
    print(`hole /offices/${office}/${producer}: ${missing} missing, ${seen} are there`);
  if (of.partial) print(`Events that arrived before ${of.readFrom} were not read.`);
  for (const { office, figure, difference } of differing)
    print(`DIFFERENCE ${office} ${figure}: ${number(difference)}`);
  return differing.length === 0;
}
