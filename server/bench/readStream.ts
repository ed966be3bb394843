import { type Connection, command } from "../redis/connection.ts";
import { eventsKey } from "../redis/keys.ts";

const COUNT = 1_000;

/**
 * Reads a partition's stream to its end with nothing but `XREAD`, the next thousand entries on their way while these are
 * looked at; ends early when `look` answers false.
 */
export async function readStream(
  connection: Connection,
  partition: number,
  look: (texts: readonly string[]) => boolean | Promise<boolean>,
): Promise<void> {
  const ask = (after: string) => {
    const args = ["XREAD", "COUNT", `${COUNT}`, "STREAMS", eventsKey(partition), after];
    return command<[[string, [string, string[]][]]] | null>(connection, args);
  };
  let next = ask("0-0");
  for (;;) {
    const reply = await next;
    if (reply === null) return;
    const [[, entries]] = reply;
    next = ask((entries.at(-1) as [string, string[]])[0]);
    if (await look(entries.map(([, fields]) => fields[1] as string))) continue;
    await next;
    return;
  }
}
