import { type Day, dayStart } from "../../shared/time.ts";
import { operatorDayKey } from "../core/office.ts";
import type { OperatorDay } from "../core/operatorDay.ts";
import { unpackOperatorDay, unpackTicket } from "../core/packing.ts";
import { type Row, unpackRow } from "../core/row.ts";
import { type Series, unpackSeries } from "../core/series.ts";
import type { Ticket } from "../core/ticket.ts";
import type { ForecastHistory } from "../forecast/history.ts";
import { command } from "./connection.ts";
import { operatorDaysKey, partitionOf, rowsKey, ticketsKey } from "./keys.ts";
import type { ReaderParts } from "./statisticsReader.ts";
import { monthOf } from "./storedRows.ts";

type Parts = Pick<ReaderParts, "nodes" | "partitions">;
/** So many fields are asked for at a time: no other reader waits for long. */
const PAGE = "1000";

/** The past of an office as stored: its days' curves and rows, its tickets, its operators' days. */
export function forecastHistory({ nodes, partitions }: Parts): ForecastHistory {
  async function daily<T>(
    office: string,
    kind: "series" | "office",
    days: readonly Day[],
    unpack: (text: string) => T,
  ) {
    const partition = partitionOf(office, partitions);
    const at = await nodes.at(partition);
    const found = new Map<Day, T>();
    await Promise.all(
      [...new Set(days.map(monthOf))].map(async (month) => {
        const asked = days.filter((day) => monthOf(day) === month);
        const key = rowsKey(partition, office, month, kind);
        const texts = await command<(string | null)[]>(at, ["HMGET", key, ...asked.map(String)]);
        texts.forEach((text, place) => {
          if (text) found.set(asked[place] as Day, unpack(text));
        });
      }),
    );
    return found;
  }

  return {
    curves: (office, days): Promise<ReadonlyMap<Day, Series>> => daily(office, "series", days, unpackSeries),
    rows: (office, days): Promise<ReadonlyMap<Day, Row>> => daily(office, "office", days, unpackRow),

    async tickets(office, zone, days): Promise<readonly Ticket[]> {
      const partition = partitionOf(office, partitions);
      const at = await nodes.at(partition);
      const from = dayStart(Math.min(...days), zone);
      const to = dayStart(Math.max(...days) + 1, zone);
      const found = new Map<string, Ticket>();
      let cursor = "0";
      do {
        const page = ["HSCAN", ticketsKey(partition, office), cursor, "COUNT", PAGE];
        const [next, fields] = await command<[string, string[]]>(at, page);
        for (let field = 0; field < fields.length; field += 2) {
          const text = fields[field + 1] as string;
          const issued = Number(text.slice(0, text.indexOf(",")));
          if (issued < from || issued >= to) continue;
          const id = fields[field] as string;
          found.set(id, unpackTicket(id, text));
        }
        cursor = next;
      } while (cursor !== "0");
      return [...found.values()];
    },

    async operatorDays(office, operators, days): Promise<readonly OperatorDay[]> {
      const wanted = operators.flatMap((operator) => days.map((day) => ({ operator, day })));
      if (wanted.length === 0) return [];
      const partition = partitionOf(office, partitions);
      const at = await nodes.at(partition);
      const fields = wanted.map(({ operator, day }) => operatorDayKey(operator, day));
      const texts = await command<(string | null)[]>(at, ["HMGET", operatorDaysKey(partition, office), ...fields]);
      return wanted.flatMap(({ operator, day }, place) => {
        const text = texts[place];
        return text ? [unpackOperatorDay(operator, day, text)] : [];
      });
    },
  };
}
