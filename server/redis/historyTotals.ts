import type { ImportedMonth, ImportedRow } from "../../shared/importedTotals.ts";
import { command, type RedisNodes } from "./connection.ts";
import { IMPORTED_TOTALS_KEY } from "./keys.ts";

/** Monthly totals that were taken over from an old system, apart from all that is made of events. */
export interface HistoryTotals {
  /** Keeps months of places; the same month of the same place again replaces it. @throws RedisAwayError */
  keep(months: readonly ImportedMonth[], source: string, at: number): Promise<void>;
  /** The months from `from` to `to` (`2024-03`, both included) in the order of month and place. @throws RedisAwayError */
  between(from: string, to: string): Promise<ImportedRow[]>;
}

const fieldOf = ({ office, region, month }: ImportedMonth) =>
  `${month}|${office === undefined ? "r" : "o"}|${office ?? region}`;

/** Keeps them in a hash of their own. */
export function historyTotals(nodes: RedisNodes): HistoryTotals {
  return {
    async keep(months, source, at) {
      if (months.length === 0) return;
      const pairs = months.flatMap((of) => [fieldOf(of), JSON.stringify([of.figures, source, at])]);
      await command(await nodes.at(0), ["HSET", IMPORTED_TOTALS_KEY, ...pairs]);
    },
    async between(from, to) {
      const reply = await command<string[]>(await nodes.at(0), ["HGETALL", IMPORTED_TOTALS_KEY]);
      const rows: [string, ImportedRow][] = [];
      for (let at = 0; at < reply.length; at += 2) {
        const field = reply[at] as string;
        const [month, kind, place] = field.split("|") as [string, string, string];
        if (month < from || month > to) continue;
        const [figures, source, moment] = JSON.parse(reply[at + 1] as string) as [
          ImportedMonth["figures"],
          string,
          number,
        ];
        const of = kind === "o" ? { office: place } : { region: place };
        const importedAt = new Date(moment).toISOString();
        rows.push([field, { ...of, month, figures, imported: true, reproducible: false, source, importedAt }]);
      }
      return rows.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    },
  };
}
