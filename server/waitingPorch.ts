import { existsSync } from "node:fs";
import type { Logger } from "pino";
import { type PublicReference, publicReference } from "../shared/publicReference.ts";
import type { Reading } from "../shared/reading.ts";
import type { Reference } from "../shared/reference.ts";
import type { Config } from "./config.ts";
import { openPorch, type Porch } from "./http/porch.ts";
import { waitingApp } from "./http/waiting.ts";
import { createLog } from "./log.ts";

/** Where the centre listens before it is put together, and what of it can be told from the first moment. */
export interface WaitingPorch extends Porch {
  readonly log: Logger;
  readonly reference: Reference;
  /** The part of it that everybody may know. */
  readonly shown: PublicReference;
  /** Folder of the built client; null: none is served. */
  readonly clientFolder: string | null;
  /** How far the store is, for those who ask meanwhile. */
  tell(reading: Reading): void;
}

/** Listens, with what needs no store. Its log goes to standard error unless another is given. @throws PortError */
export async function openWaitingPorch(config: Config, reference: Reference, given?: Logger): Promise<WaitingPorch> {
  const log = given ?? createLog(config.demo ? "error" : "info");
  const shown = publicReference(reference);
  const clientFolder = existsSync("dist/client") ? "dist/client" : null;
  let reading: Reading = { share: null, secondsLeft: null };
  const app = waitingApp({ log, reference: shown, clientFolder, reading: () => reading });
  const porch = await openPorch(config, app);
  return {
    ...porch,
    log,
    reference,
    shown,
    clientFolder,
    tell(now) {
      reading = now;
    },
  };
}
