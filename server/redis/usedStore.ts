import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Config } from "../config.ts";
import { RedisAwayError } from "../errors.ts";
import { runningRedis } from "./redisProcess.ts";
import { keptSecret } from "./secret.ts";

/**
 * The addresses of the Redis of the centre that runs with the same settings, also when it is one of its own.
 * @throws RedisAwayError when its own does not run
 */
export function usedStore({ redis, dataDir }: Pick<Config, "redis" | "dataDir">): readonly string[] {
  if (redis.kind === "single") return [redis.url];
  if (redis.kind === "cluster") return redis.urls;
  const folder = resolve(dataDir, "redis");
  const url = existsSync(folder) ? runningRedis(folder, keptSecret(join(folder, "secret"))) : null;
  if (url !== null) return [url];
  throw new RedisAwayError(
    "The centre does not run here: start it with `npm run serve`, or set REDIS_URL to the Redis it uses.",
  );
}
