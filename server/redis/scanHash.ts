import { type Connection, command } from "./connection.ts";

/**
 * All fields of a hash, portion by portion, each once: a field that Redis tells twice because the hash grew while it was
 * gone through is told once. Fields that come while it is gone through may be missing. @throws RedisAwayError
 */
export async function* scanHash(
  connection: Connection,
  key: string,
  portion: number,
): AsyncGenerator<readonly (readonly [field: string, value: string])[]> {
  const told = new Set<string>();
  let cursor = "0";
  do {
    const [next, flat] = await command<[string, string[]]>(connection, ["HSCAN", key, cursor, "COUNT", `${portion}`]);
    const fields: [string, string][] = [];
    for (let at = 0; at < flat.length; at += 2) {
      const field = flat[at] as string;
      if (told.has(field)) continue;
      told.add(field);
      fields.push([field, flat[at + 1] as string]);
    }
    if (fields.length > 0) yield fields;
    cursor = next;
  } while (cursor !== "0");
}
