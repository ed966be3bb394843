import { setFlagsFromString } from "node:v8";
import { type ResourceLimits, Worker } from "node:worker_threads";

/**
 * Starts a thread of the server from its bundle. `maxYoungGenerationSizeMb` is three times its space of new objects
 * (`--max-semi-space-size`), as V8 counts. What the command line says of that space is the first thread's alone: V8 would
 * let it win over what a thread asks for, and a thread of few objects would hold as much memory as one of millions.
 */
export function startThread(bundle: string | URL, workerData?: unknown, resourceLimits: ResourceLimits = {}): Worker {
  setFlagsFromString("--max-semi-space-size=0");
  return new Worker(bundle, { workerData, resourceLimits });
}
