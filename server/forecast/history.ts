import type { Day } from "../../shared/time.ts";
import type { OperatorDay } from "../core/operatorDay.ts";
import type { Row } from "../core/row.ts";
import type { Series } from "../core/series.ts";
import type { Ticket } from "../core/ticket.ts";

/** Reads an office's past. What is not stored is left out. Each @throws RedisAwayError */
export interface ForecastHistory {
  /** The curves of days, by day. */
  curves(office: string, days: readonly Day[]): Promise<ReadonlyMap<Day, Series>>;
  /** The office's rows of days, by day. */
  rows(office: string, days: readonly Day[]): Promise<ReadonlyMap<Day, Row>>;
  /** The tickets issued from the first to the last of these local days. */
  tickets(office: string, zone: string, days: readonly Day[]): Promise<readonly Ticket[]>;
  operatorDays(office: string, operators: readonly string[], days: readonly Day[]): Promise<readonly OperatorDay[]>;
}
