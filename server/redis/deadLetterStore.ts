import { checkAgainst, decodeEvent, type RefusalReason } from "../ingest/decode.ts";
import type { Clock, DeadLetter, DeadLetterFilter, DeadLetters } from "../ports.ts";
import { command, type RedisNodes } from "./connection.ts";
import { deadKey, eventsKey, refusedKey } from "./keys.ts";

type Entry = readonly [id: string, fields: readonly string[]];

const PAGE = 200;

function letterOf(partition: number, [id, fields]: Entry): DeadLetter {
  const of = new Map<string, string>();
  for (let at = 0; at < fields.length; at += 2) of.set(fields[at] as string, fields[at + 1] as string);
  return {
    id: `${partition}:${id}`,
    office: of.get("office") || null,
    reason: of.get("reason") as RefusalReason,
    message: of.get("message") ?? "",
    text: of.get("event") ?? "",
    arrived: Number(id.slice(0, id.indexOf("-"))),
  };
}

function matches(letter: DeadLetter, { office, reason }: DeadLetterFilter): boolean {
  return (office === null || letter.office === office) && (reason === null || letter.reason === reason);
}

/** What the replay needs to judge a letter anew. */
export interface DeadLetterParts {
  readonly nodes: RedisNodes;
  readonly partitions: number;
  readonly clock: Clock;
  knownOffice(id: string): boolean;
}

/** The entries that were no events, kept in one stream a partition, listed and sent in again. */
export function deadLetterStore({ nodes, partitions, clock, knownOffice }: DeadLetterParts): DeadLetters {
  async function* after(cursor: string | null): AsyncGenerator<DeadLetter> {
    const [first, from] = cursor === null ? ["0", "-"] : (cursor.split(":") as [string, string]);
    for (let partition = Number(first); partition < partitions; partition += 1) {
      const connection = await nodes.at(partition);
      let start = partition === Number(first) && from !== "-" ? `(${from}` : "-";
      for (;;) {
        const page = await command<[string, string[]][]>(connection, [
          "XRANGE",
          deadKey(partition),
          start,
          "+",
          "COUNT",
          `${PAGE}`,
        ]);
        for (const entry of page) yield letterOf(partition, entry);
        if (page.length < PAGE) break;
        start = `(${(page.at(-1) as Entry)[0]}`;
      }
    }
  }

  async function one(id: string): Promise<DeadLetter | null> {
    const [partition, entry] = id.split(":") as [string, string];
    if (Number(partition) >= partitions) return null;
    const connection = await nodes.at(Number(partition));
    const found = await command<[string, string[]][]>(connection, ["XRANGE", deadKey(Number(partition)), entry, entry]);
    return found[0] === undefined ? null : letterOf(Number(partition), found[0]);
  }

  /** Back into the stream and out of the dead letters in one step; false when it would be refused again. */
  async function replay(letter: DeadLetter): Promise<boolean> {
    const decoded = decodeEvent(letter.text);
    if (!decoded.ok || checkAgainst(decoded, { knownOffice, arrival: clock.now() }) !== null) return false;
    const [partition, entry] = letter.id.split(":") as [string, string];
    const p = Number(partition);
    const connection = await nodes.at(p);
    await Promise.all([
      command(connection, ["MULTI"]),
      command(connection, ["XADD", eventsKey(p), "*", "event", letter.text]),
      command(connection, ["XDEL", deadKey(p), entry]),
      command(connection, ["HINCRBY", refusedKey(p), `${letter.office ?? ""}|${letter.reason}`, "-1"]),
      command(connection, ["EXEC"]),
    ]);
    return true;
  }

  return {
    async list({ after: cursor, limit, ...filter }) {
      const items: DeadLetter[] = [];
      for await (const letter of after(cursor)) {
        if (!matches(letter, filter)) continue;
        if (items.length === limit) return { items, next: (items.at(-1) as DeadLetter).id };
        items.push(letter);
      }
      return { items, next: null };
    },
    async replay(which) {
      const result = { replayed: 0, refused: 0, missing: 0 };
      const take = async (letter: DeadLetter | null) => {
        if (letter === null) result.missing += 1;
        else if (await replay(letter)) result.replayed += 1;
        else result.refused += 1;
      };
      if ("ids" in which) for (const id of which.ids) await take(await one(id));
      else for await (const letter of after(null)) if (matches(letter, which)) await take(letter);
      return result;
    },
  };
}
