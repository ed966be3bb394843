import type { Machine } from "./machine.ts";
import type { Failure } from "./measurements.ts";
import type { Figure, Result } from "./result.ts";

function number(value: number): string {
  if (!Number.isFinite(value)) return "—";
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function lineOf({ what, value, unit, limit, ratio, aim, reached, note }: Figure): string {
  const parts = [`  ${what.padEnd(46)} ${value === null ? "—" : `${number(value)} ${unit}`}`.padEnd(72)];
  if (ratio !== undefined) parts.push(`ratio ${number(ratio)}`.padEnd(12));
  if (aim !== undefined) parts.push(`aim ${aim}: ${reached === undefined ? "" : reached ? "reached" : "NOT reached"}`);
  if (limit !== undefined) parts.push(`(limit ${number(limit.value)}: ${limit.what})`);
  if (note !== undefined) parts.push(`(${note})`);
  return parts.join("  ").trimEnd();
}

/** The machine in one line. */
export function machineLine({ cores, processor, node, redis, load }: Machine): string {
  return `${cores} cores, ${processor}; Node ${node}, Redis ${redis}; load before the bench ${load.toFixed(1)}`;
}

/** One measurement as text. */
export function textOf(result: Result | Failure): string {
  if ("failed" in result) return `${result.line} — could not be measured: ${result.failed}`;
  const { title, how, events, figures } = result;
  return [`${title} — ${number(events)} events`, `  ${how}.`, ...figures.map(lineOf)].join("\n");
}
