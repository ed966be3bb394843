/** An event on its way: its office and its JSON text. */
export interface Outgoing {
  readonly office: string;
  readonly json: string;
}

/** A way into the centre. */
export interface Sender {
  /**
   * Sends events and resolves when all are stored; trouble on the way is answered by trying again, which is always safe.
   * @throws SendRefusedError when the centre will never take them this way
   */
  send(events: readonly Outgoing[]): Promise<void>;
  close(): Promise<void>;
}

/** The centre refuses to be sent to in this way: a wrong token or address. Trying again does not help. */
export class SendRefusedError extends Error {
  override readonly name = "SendRefusedError";
}

/** How long to wait before the next attempt (ms): a quarter of a second, doubled up to five seconds. */
export function backoff(attempt: number): number {
  return Math.min(5000, 250 * 2 ** Math.min(attempt, 8));
}

/** Resolves after so many ms, or at once when the signal is aborted. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
  });
}
