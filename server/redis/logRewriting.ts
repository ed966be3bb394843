import { command, connect } from "./connection.ts";
import { REWRITE_PERCENT } from "./redisProcess.ts";

/** The same while history is laid down: rewritten at every quarter, most of it would be written twenty times over. */
const LAYING_PERCENT = 100;

/**
 * Has the log of an own Redis rewritten seldom while history is laid down, and at its end at once and often again: the
 * shorter the log behind the base, the sooner the next start has read it. @throws RedisAwayError
 */
export async function layingDown(url: string, lays: boolean): Promise<void> {
  const connection = await connect(url, "oss-log-rewriting");
  try {
    const percent = lays ? LAYING_PERCENT : REWRITE_PERCENT;
    await command(connection, ["CONFIG", "SET", "auto-aof-rewrite-percentage", `${percent}`]);
    if (!lays) await command(connection, ["BGREWRITEAOF"]);
  } finally {
    connection.destroy();
  }
}
