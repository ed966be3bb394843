import { parseDay } from "../../../shared/time.ts";
import { AT, type Counter, type Row, unpackRow } from "../../core/row.ts";
import { IN_QUARTER, type Series, unpackSeries } from "../../core/series.ts";
import { type Connection, command } from "../../redis/connection.ts";

/** What is stored of one office: rows by the keys of `naiveRows`, and the day's curves by day. */
export interface StoredOffice {
  readonly rows: Map<string, Row>;
  readonly curves: Map<number, Series>;
}

async function keysLike(connection: Connection, pattern: string): Promise<string[]> {
  const found: string[] = [];
  let cursor = "0";
  do {
    const args = ["SCAN", cursor, "MATCH", pattern, "COUNT", "5000"];
    const [next, keys] = await command<[string, string[]]>(connection, args);
    found.push(...keys);
    cursor = next;
  } while (cursor !== "0");
  return [...new Set(found)];
}

/** What a node holds in hashes, as texts by key and field: to be compared whole. */
export async function readTexts(connection: Connection, pattern = "oss:{*}:rows:*"): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const keys = await keysLike(connection, pattern);
  const replies = await Promise.all(keys.map((key) => command<string[]>(connection, ["HGETALL", key])));
  for (const [index, key] of keys.entries()) {
    const reply = replies[index] as string[];
    for (let at = 0; at < reply.length; at += 2) texts.set(`${key} ${reply[at]}`, reply[at + 1] as string);
  }
  return texts;
}

const KEPT = ["rows", "tickets", "applications", "operator-days", "spines", "seen"];

/** All rows, entities and seen numbers of a node as they are stored. */
export async function readStore(connection: Connection): Promise<Map<string, string>> {
  const parts = await Promise.all(KEPT.map((kind) => readTexts(connection, `oss:{*}:${kind}*`)));
  return new Map(parts.flatMap((part) => [...part]));
}

/** All rows that a node holds, by office. */
export async function readRows(connection: Connection): Promise<Map<string, StoredOffice>> {
  const offices = new Map<string, StoredOffice>();
  for (const [place, text] of await readTexts(connection)) {
    const space = place.indexOf(" ");
    const [, , , kind, id, period] = place.slice(0, space).split(":") as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const field = place.slice(space + 1);
    const office = offices.get(id) ?? { rows: new Map<string, Row>(), curves: new Map<number, Series>() };
    offices.set(id, office);
    const date = parseDay(period);
    const bar = field.indexOf("|");
    if (kind === "series") office.curves.set(Number(field), unpackSeries(text));
    else if (kind === "office") office.rows.set(field, unpackRow(text));
    else if (kind === "operator") office.rows.set(`${date}/${field}`, unpackRow(text));
    else if (kind === "matter") office.rows.set(`${date}//${field}`, unpackRow(text));
    else if (kind === "pair")
      office.rows.set(`${date}/${field.slice(0, bar)}/${field.slice(bar + 1)}`, unpackRow(text));
  }
  return offices;
}

const CURVED = ["accepted", "rejected", "ticketsIssued", "called", "served", "left"] as const satisfies Counter[];

/** Every figure of a day's curve that does not add up to its office's row, in words. */
export function compareCurves({ rows, curves }: StoredOffice): string[] {
  const found: string[] = [];
  for (const [key, row] of rows) {
    if (key.includes("/")) continue;
    const values = curves.get(Number(key))?.values ?? [];
    const width = Object.keys(IN_QUARTER).length;
    const sum = (field: keyof typeof IN_QUARTER) =>
      values.reduce((total, value, at) => (at % width === IN_QUARTER[field] ? total + value : total), 0);
    const expected = {
      ...Object.fromEntries(CURVED.map((name) => [name, row.counts[AT[name]] as number])),
      waitingN: row.waiting?.n ?? 0,
      waitingSum: row.waiting?.sum ?? 0,
      serviceN: row.service?.n ?? 0,
      serviceSum: row.service?.sum ?? 0,
    } as Record<keyof typeof IN_QUARTER, number>;
    for (const [name, amount] of Object.entries(expected)) {
      const got = sum(name as keyof typeof IN_QUARTER);
      if (got !== amount) found.push(`${key} curve ${name} is ${got}, not ${amount}`);
    }
  }
  return found;
}
