import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Config } from "../config.ts";
import { runningRedis } from "./redisProcess.ts";
import { keptSecret } from "./secret.ts";

/** The addresses of the Redis of the centre that runs with the same settings; null when its own does not run. */
export function addressesOf({ redis, dataDir }: Pick<Config, "redis" | "dataDir">): readonly string[] | null {
  if (redis.kind === "single") return [redis.url];
  if (redis.kind === "cluster") return redis.urls;
  const folder = resolve(dataDir, "redis");
  const url = existsSync(folder) ? runningRedis(folder, keptSecret(join(folder, "secret"))) : null;
  return url === null ? null : [url];
}
