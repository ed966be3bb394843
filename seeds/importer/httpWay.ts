import { backoff, sleep } from "../simulator/sender.ts";
import { ImportError } from "./sourceRecord.ts";
import { type Delivery, PATIENCE, type WayIn } from "./wayIn.ts";

const TIMEOUT_MS = 60_000;
const LONGEST_WAIT_MS = 60_000;
const NEVER = new AbortController().signal;

interface Answer {
  readonly accepted: number;
  readonly refused: readonly { readonly index: number; readonly error: string }[];
}

async function detailOf(response: Response): Promise<string> {
  const text = await response.text().catch(() => "");
  try {
    const { title = "", detail = "" } = JSON.parse(text) as { title?: string; detail?: string };
    return `${title}. ${detail}`.trim();
  } catch {
    return text.slice(0, 200);
  }
}

async function refusalOf(response: Response, url: URL): Promise<ImportError> {
  const detail = await detailOf(response);
  const said = `The centre at ${url.origin} answered ${response.status}: ${detail}`;
  switch (response.status) {
    case 401:
    case 403:
      return new ImportError(
        `${said} Give a token that may post for every office of the file, by INGEST_TOKEN or --token.`,
      );
    case 404:
    case 405:
      return new ImportError(`${said} Is there another server at this address? Give the centre's own by --url.`);
    default:
      return new ImportError(said);
  }
}

/** How long (ms) the answer asks to wait, or the doubled wait of this try. */
function waitOf(response: Response | null, tries: number): number {
  const asked = Number(response?.headers.get("retry-after")) * 1_000;
  return asked > 0 ? Math.min(asked, LONGEST_WAIT_MS) : backoff(tries);
}

/** The way through the door: `POST /api/events` of the centre at `base`. */
export function httpWay(base: string, token: string, patience = PATIENCE): WayIn {
  const url = new URL("/api/events", base);
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/cloudevents-batch+json" };
  let retries = 0;
  let answered = false;

  async function attempt(body: string): Promise<Response | string> {
    try {
      return await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) });
    } catch (error) {
      const cause = (error as Error).cause as { code?: string } | undefined;
      return cause?.code ?? (error as Error).message;
    }
  }

  return {
    name: url.origin,
    get retries() {
      return retries;
    },
    async send(batch): Promise<Delivery> {
      const body = `[${batch.map(({ json }) => json).join(",")}]`;
      const since = performance.now();
      for (let tries = 0; ; tries += 1) {
        const answer = await attempt(body);
        const response = typeof answer === "string" ? null : answer;
        if (response?.status === 202) {
          answered = true;
          const { accepted, refused } = (await response.json()) as Answer;
          return { accepted, refused: refused.map(({ index, error }) => ({ index, reason: error })) };
        }
        if (response !== null && response.status !== 429 && response.status < 500) throw await refusalOf(response, url);
        const wait = waitOf(response, tries);
        if (performance.now() - since + wait > (answered ? patience.later : patience.first)) {
          const why = response === null ? String(answer) : `${response.status}: ${await detailOf(response)}`;
          throw new ImportError(
            `The centre at ${url.origin} does not take events (${why}). Start it, or give its address by --url, and run the import again: what has arrived changes nothing.`,
          );
        }
        retries += 1;
        await response?.body?.cancel();
        await sleep(wait, NEVER);
      }
    },
    close: async () => undefined,
  };
}
