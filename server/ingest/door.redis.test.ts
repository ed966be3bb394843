import { expect, it } from "vitest";
import { connect, RedisNodes } from "../redis/connection.ts";
import { eventLog } from "../redis/eventStream.ts";
import { deadKey, eventsKey, partitionOf } from "../redis/keys.ts";
import { startCentre } from "../testing/centre.ts";
import { withRedis } from "../testing/redis.ts";
import { until } from "../testing/until.ts";

const PARTITIONS = 16;
const offices = ["KZ-71-01", "KZ-71-02", "KZ-43-04"];

function batchOf(size: number, from = 1): object[] {
  return Array.from({ length: size }, (_, index) => ({
    specversion: "1.0",
    id: `event-${from + index}`,
    source: `/offices/${offices[index % offices.length]}/queue`,
    sequence: from + index,
    type: "oss.ticket.left",
    time: "2026-11-23T09:41:07.250+05:00",
    data: { ticket: `A-${from + index}` },
  }));
}

it("a 202 means that every accepted event stands in the stream of its office's partition, in order", () =>
  withRedis(async (redis) => {
    const nodes = new RedisNodes([redis.url]);
    const centre = await startCentre({ eventLog: eventLog(nodes, PARTITIONS) });
    const look = await connect(redis.url, "test");
    try {
      const sent = batchOf(1_000);
      const response = await centre.post([...sent.slice(0, 999), { broken: true }]);
      expect(response.status).toBe(202);
      expect(await response.json()).toMatchObject({ accepted: 999, refused: [{ index: 999 }] });
      for (const office of offices) {
        const partition = partitionOf(office, PARTITIONS);
        const entries = (await look.sendCommand(["XRANGE", eventsKey(partition), "-", "+"])) as unknown as [
          string,
          string[],
        ][];
        const stored = entries
          .map(([, fields]) => JSON.parse(fields[1] as string) as { source: string })
          .filter(({ source }) => source.includes(office));
        expect(stored).toEqual(sent.slice(0, 999).filter((event) => JSON.stringify(event).includes(office)));
        expect(await look.sendCommand(["EXISTS", deadKey(partition)])).toBe(0);
      }
    } finally {
      look.destroy();
      await centre.close();
      await nodes.close();
    }
  }));

it("while Redis is away the answer is 503, and what was answered 202 before and after is all there", () =>
  withRedis(
    async (redis) => {
      const nodes = new RedisNodes([redis.url]);
      const centre = await startCentre({ eventLog: eventLog(nodes, PARTITIONS, 1_000) });
      try {
        const promised = new Set<number>();
        const send = async (sequence: number): Promise<number> => {
          const { status, headers } = await centre.post(batchOf(1, sequence));
          if (status === 202) promised.add(sequence);
          else expect(headers.get("retry-after")).toBe("5");
          return status;
        };
        for (let sequence = 1; sequence <= 20; sequence += 1) expect(await send(sequence)).toBe(202);
        await redis.kill("SIGKILL");
        for (let sequence = 21; sequence <= 24; sequence += 1) expect(await send(sequence)).toBe(503);
        await redis.restart();
        await until(async () => (await send(25)) === 202);
        const look = await connect(redis.url, "test");
        const key = eventsKey(partitionOf(offices[0] as string, PARTITIONS));
        const entries = (await look.sendCommand(["XRANGE", key, "-", "+"])) as unknown as [string, string[]][];
        look.destroy();
        const stored = new Set(
          entries.map(([, fields]) => (JSON.parse(fields[1] as string) as { sequence: number }).sequence),
        );
        for (const sequence of promised) expect(stored).toContain(sequence);
      } finally {
        await centre.close();
        await nodes.close();
      }
    },
    { appendfsync: "always" },
  ));
