import { createClient } from "redis";
import { backoff, type Outgoing, type Sender, sleep } from "./sender.ts";

const BATCH = 500;

/** CRC16 of Redis Cluster (XMODEM: polynomial 0x1021, initial value 0) of an ASCII text, which office ids are. */
export function crc16(text: string): number {
  let crc = 0;
  for (let index = 0; index < text.length; index += 1) {
    crc ^= text.charCodeAt(index) << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}

/**
 * Sends by `XADD` to the partition streams, pipelined, as producers inside the data centre do. An interrupted batch is
 * sent again as a whole: events that arrive twice change nothing.
 */
export async function redisSender(url: string, signal: AbortSignal): Promise<Sender> {
  const client = createClient({ url, name: "oss-simulator" });
  client.on("error", () => undefined);
  const closeOnAbort = () => client.destroy();
  signal.addEventListener("abort", closeOnAbort, { once: true });
  await client.connect();
  const partitions = Number((await client.get("oss:partitions")) ?? 16);
  const keys = new Map<string, string>();
  const keyOf = (office: string) => {
    let key = keys.get(office);
    if (key === undefined) {
      key = `oss:{${crc16(office) % partitions}}:events`;
      keys.set(office, key);
    }
    return key;
  };

  async function store(batch: readonly Outgoing[]): Promise<void> {
    for (let tries = 0; !signal.aborted; tries += 1) {
      try {
        const pipeline = client.multi();
        for (const { office, json } of batch) pipeline.addCommand(["XADD", keyOf(office), "*", "event", json]);
        await pipeline.execAsPipeline();
        return;
      } catch {
        await sleep(backoff(tries), signal);
      }
    }
  }

  return {
    async send(events) {
      for (let from = 0; from < events.length; from += BATCH) await store(events.slice(from, from + BATCH));
    },
    async close() {
      signal.removeEventListener("abort", closeOnAbort);
      if (client.isOpen) await client.close();
    },
  };
}
