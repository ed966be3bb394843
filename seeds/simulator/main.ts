import { parentPort, workerData } from "node:worker_threads";
import type { Reference } from "../../shared/reference.ts";
import { indexReference } from "../../shared/referenceIndex.ts";
import type { SimulatorOptions } from "./options.ts";
import { runSimulator } from "./runner.ts";

/** What a worker thread is started with: the options, with the reference data as they were loaded. */
export type SimulatorWorkerData = Omit<SimulatorOptions, "index"> & { readonly reference: Reference };

/** What a worker thread may be told while it runs: to let the history wait or go on, or to end. */
export type SimulatorCommand = { readonly type: "pause"; readonly on: boolean } | { readonly type: "stop" };

const port = parentPort;
if (port !== null) {
  const { reference, ...options } = workerData as SimulatorWorkerData;
  let paused = false;
  const simulation = runSimulator(
    { ...options, index: indexReference(reference) },
    { now: () => Date.now(), report: (message) => port.postMessage(message), shouldPause: () => paused },
  );
  port.on("message", (command: SimulatorCommand) => {
    if (command.type === "pause") paused = command.on;
    else void simulation.stop();
  });
  void simulation.ended.then(() => port.close());
}
