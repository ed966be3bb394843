import { BENCH_TOKEN } from "./centreProcess.ts";

const TICK_MS = 20;
const AGAIN_MS = 100;
const ACCEPTED = '"type":"oss.application.accepted"';

/** Events that go in by the door at an even rate. */
export interface Feed {
  /** Events sent and answered so far. */
  readonly sent: number;
  /** Requests that the door did not take at once and that were sent again. */
  readonly again: number;
  /** When the door answered for each application accepted so far, epoch ms, in the order of the answers. */
  readonly accepted: readonly number[];
  stop(): Promise<void>;
}

/** A connection that does not stand is tried again; whatever else went wrong ends the measurement. */
function whenUnreachable(error: unknown): false {
  if (error instanceof TypeError && error.message === "fetch failed") return false;
  throw error;
}

/** Posts events; false when the door asks to send them again. @throws when it refuses some of them */
async function wasStored(url: string, batch: readonly string[]): Promise<boolean> {
  const answer = await fetch(`${url}/api/events`, {
    method: "POST",
    headers: { Authorization: `Bearer ${BENCH_TOKEN}`, "Content-Type": "application/json" },
    body: `[${batch.join(",")}]`,
  });
  const told = (await answer.json()) as { refused?: readonly { error: string }[]; detail?: string };
  if (answer.status === 503 || answer.status === 429) return false;
  const [refused] = told.refused ?? [];
  if (answer.status !== 202 || refused !== undefined)
    throw new Error(`The door answered ${answer.status}: ${refused?.error ?? told.detail}`);
  return true;
}

/** Posts events to the centre so many a second, fifty requests a second, until it is stopped or has no more. */
export function startFeed(url: string, events: readonly string[], perSecond: number): Feed {
  const accepted: number[] = [];
  const under = new Set<Promise<void>>();
  const begun = performance.now();
  let next = 0;
  let sent = 0;
  let again = 0;
  const post = async (batch: readonly string[]) => {
    while (!(await wasStored(url, batch).catch(whenUnreachable))) {
      again += 1;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
    const at = Date.now();
    sent += batch.length;
    for (const json of batch) if (json.includes(ACCEPTED)) accepted.push(at);
  };
  const tick = () => {
    const due = Math.min(events.length, Math.floor(((performance.now() - begun) * perSecond) / 1_000));
    if (due <= next) return;
    const posted = post(events.slice(next, due)).finally(() => under.delete(posted));
    next = due;
    under.add(posted);
  };
  const timer = setInterval(tick, TICK_MS);
  return {
    get sent() {
      return sent;
    },
    get again() {
      return again;
    },
    accepted,
    async stop() {
      clearInterval(timer);
      await Promise.all(under);
    },
  };
}
