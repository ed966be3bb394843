import type { Reading } from "../../shared/reading.ts";
import { type Connection, command, type RedisNodes } from "./connection.ts";

/** How often it is asked how far the store is, ms. */
const AGAIN_MS = 100;

const loads = (error: unknown): boolean => error instanceof Error && /\bLOADING\b/.test(error.message);

/** How far a node is with its data; null: it serves. @throws RedisAwayError */
async function readingOf(node: Connection): Promise<Reading | null> {
  const serves = await command(node, ["PING"]).then(
    () => true,
    (error: unknown) => {
      if (loads(error)) return false;
      throw error;
    },
  );
  if (serves) return null;
  const told = await command<string>(node, ["INFO", "persistence"]);
  const number = (name: string): number | null => {
    const found = new RegExp(`^${name}:([0-9.]+)`, "m").exec(told);
    return found === null ? null : Number(found[1]);
  };
  const percent = number("loading_loaded_perc");
  return { share: percent === null ? null : Math.min(1, percent / 100), secondsLeft: number("loading_eta_seconds") };
}

/** The one that is least far: the store serves when the last of its nodes does. */
function slowest(nodes: readonly (Reading | null)[]): Reading | null {
  const reading = nodes.filter((each) => each !== null);
  return reading.sort((one, other) => (one.share ?? 0) - (other.share ?? 0))[0] ?? null;
}

/**
 * Waits until every node has read its data from disk and serves; tells meanwhile how far the slowest of them is. A Redis
 * that answers nothing is not waited for. @throws RedisAwayError
 */
export async function storeRead(nodes: RedisNodes, tell: (reading: Reading) => void): Promise<void> {
  for (;;) {
    let reading: Reading | null;
    try {
      reading = slowest(await Promise.all((await nodes.all()).map(readingOf)));
    } catch (error) {
      if (!loads(error)) throw error;
      reading = { share: null, secondsLeft: null };
    }
    if (reading === null) return;
    tell(reading);
    await new Promise((again) => setTimeout(again, AGAIN_MS));
  }
}
