import { backoff, type Outgoing, type Sender, SendRefusedError, sleep } from "./sender.ts";

/** The most events that one request may carry. */
const BATCH = 1000;
const TIMEOUT_MS = 30_000;

interface Answer {
  readonly refused: readonly { readonly id: string | null; readonly error: string }[];
}

/**
 * Sends by `POST /api/events`, batch after batch. A refused event is told to `onRefused` and not sent again; a server that
 * is away (network, 429, 5xx) is tried until it answers or the signal is aborted.
 */
export function httpSender(
  url: string,
  token: string,
  signal: AbortSignal,
  onRefused: (count: number, error: string) => void,
): Sender {
  const address = new URL("/api/events", url);
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/cloudevents-batch+json" };

  async function attempt(body: string): Promise<Response | null> {
    try {
      return await fetch(address, {
        method: "POST",
        headers,
        body,
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
    } catch {
      return null;
    }
  }

  async function post(body: string): Promise<void> {
    for (let tries = 0; !signal.aborted; tries += 1) {
      const response = await attempt(body);
      if (response?.status === 202) {
        const { refused } = (await response.json()) as Answer;
        if (refused.length > 0) onRefused(refused.length, refused[0]?.error ?? "");
        return;
      }
      const text = (await response?.text().catch(() => "")) ?? "";
      if (response && response.status < 500 && response.status !== 429) {
        throw new SendRefusedError(`${address.href} answered ${response.status}: ${text.slice(0, 300)}`);
      }
      const wanted = Number(response?.headers.get("retry-after")) * 1000;
      await sleep(wanted > 0 ? Math.min(wanted, 60_000) : backoff(tries), signal);
    }
  }

  return {
    async send(events: readonly Outgoing[]) {
      for (let from = 0; from < events.length; from += BATCH) {
        await post(
          `[${events
            .slice(from, from + BATCH)
            .map(({ json }) => json)
            .join(",")}]`,
        );
      }
    },
    close: async () => undefined,
  };
}
