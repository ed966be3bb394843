import { expect, it } from "vitest";
import { parseDay } from "../../shared/time.ts";
import { newOperatorDay } from "../core/operatorDay.ts";
import { packOperatorDay, packTicket } from "../core/packing.ts";
import { addToSeries, emptySeries, IN_QUARTER, packSeries, quarterOf } from "../core/series.ts";
import { absorbTicketEvent, newTicket } from "../core/ticket.ts";
import { withRedis } from "../testing/redis.ts";
import { command, RedisNodes } from "./connection.ts";
import { forecastHistory } from "./forecastReader.ts";
import { operatorDaysKey, partitionOf, rowsKey, ticketsKey } from "./keys.ts";

const OFFICE = "KZ-71-01";
const ZONE = "Asia/Almaty";
const MONDAY = parseDay("2026-11-02") as number;
const at = (text: string) => Date.parse(`2026-11-${text}+05:00`);

it("an office's past is read as it is stored: curves over a change of month, tickets of the days asked for alone", () =>
  withRedis(async (redis) => {
    const nodes = new RedisNodes([redis.url]);
    const partition = partitionOf(OFFICE, 16);
    const store = await nodes.at(partition);
    const history = forecastHistory({ nodes, partitions: 16 });
    const series = emptySeries();
    addToSeries(series, 40, IN_QUARTER.ticketsIssued, 7);
    for (const [month, day] of [
      ["2026-10", MONDAY - 7],
      ["2026-11", MONDAY],
    ] as const)
      await command(store, ["HSET", rowsKey(partition, OFFICE, month, "series"), `${day}`, packSeries(series)]);
    for (const [id, issued] of [
      ["A-1", at("02T00:00:00")],
      ["A-2", at("02T23:59:59")],
      ["A-3", at("03T00:00:00")],
    ] as const) {
      const ticket = newTicket(id);
      absorbTicketEvent(
        ticket,
        { type: "oss.ticket.issued", data: { ticket: id, queue: "services" } } as never,
        issued,
        1,
      );
      await command(store, ["HSET", ticketsKey(partition, OFFICE), id, packTicket(ticket)]);
    }
    const operator = { ...newOperatorDay("01", MONDAY), last: at("02T18:00:00") };
    await command(store, ["HSET", operatorDaysKey(partition, OFFICE), `01|${MONDAY}`, packOperatorDay(operator)]);

    const curves = await history.curves(OFFICE, [MONDAY - 7, MONDAY - 1, MONDAY]);
    expect([...curves.keys()].sort()).toEqual([MONDAY - 7, MONDAY]);
    expect(quarterOf(curves.get(MONDAY) ?? emptySeries(), 40)?.[IN_QUARTER.ticketsIssued]).toBe(7);
    const tickets = await history.tickets(OFFICE, ZONE, [MONDAY]);
    expect(tickets.map(({ id }) => id).sort()).toEqual(["A-1", "A-2"]);
    const days = await history.operatorDays(OFFICE, ["01", "02"], [MONDAY - 1, MONDAY]);
    expect(days.map(({ operator: id, day }) => [id, day])).toEqual([["01", MONDAY]]);
    expect(await history.rows(OFFICE, [MONDAY])).toEqual(new Map());
    await nodes.close();
  }));
