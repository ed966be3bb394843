import type { Logger } from "pino";
import { type Centre, startCentre } from "../centre.ts";
import type { Config } from "../config.ts";
import { loadReference } from "../reference.ts";
import { openWaitingPorch } from "../waitingPorch.ts";

/** Starts a centre with all its parts in this process, on a Redis that runs. */
export async function startCentreOn(config: Config, redis: string, log?: Logger): Promise<Centre> {
  const porch = await openWaitingPorch(config, await loadReference(config.reference), log);
  return startCentre({ config, redis: [redis], porch, history: () => null });
}
