import type { Bench } from "./bench.ts";
import { type CentreProcess, startCentreProcess } from "./centreProcess.ts";
import type { Month } from "./month.ts";
import { median } from "./quantile.ts";
import { atMost, type Figure, type Result } from "./result.ts";

const PRINTED = 5;
const POLL_MS = 500;
const MB = 2 ** 20;

interface Taken {
  readonly ms: number;
  readonly bytes: number;
}

async function take(url: string): Promise<Taken> {
  const begun = performance.now();
  const answer = await fetch(url);
  if (!answer.ok || answer.body === null) throw new Error(`${url} was answered with ${answer.status}`);
  let bytes = 0;
  for await (const chunk of answer.body) bytes += chunk.length;
  return { ms: performance.now() - begun, bytes };
}

/** Runs a work while the server's resident memory is watched: what it gave, and the memory at rest and at its peak, MB. */
async function watched<T>(centre: CentreProcess, work: () => Promise<T>) {
  const resident = async () => (await centre.metric("process_resident_memory_bytes")) / MB;
  const rest = await resident();
  let peak = rest;
  let running = true;
  const watch = (async () => {
    while (running) {
      peak = Math.max(peak, await resident());
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  })();
  try {
    return { given: await work(), rest, peak: () => peak };
  } finally {
    running = false;
    await watch;
  }
}

/** How long the largest workbook and a printed month take through the door of a real server, and what memory it asks for. */
export async function measureExports(bench: Bench, month: Month): Promise<Result> {
  const { redisUrl, clockOffsetMs, from, to } = month;
  const centre = await startCentreProcess({ programs: bench.programs, redisUrl, clockOffsetMs });
  try {
    bench.say("a workbook of all operators and services");
    const asked = `${centre.url}/api/statistics.xlsx?from=${from}&to=${to}&by=operator,service&language=ru`;
    const { given, rest, peak } = await watched(centre, () => take(asked));
    const rows = await rowsOf(
      `${centre.url}/api/statistics.csv?from=${from}&to=${to}&by=operator,service&figures=accepted`,
    );
    const note = `${rows.toLocaleString("en")} rows, ${(given.bytes / 1e6).toFixed(1)} MB`;
    bench.say("a printed month of an office");
    const office = [...bench.index.offices.keys()][0] as string;
    const printed: Taken[] = [];
    for (let round = 0; round <= PRINTED; round += 1)
      printed.push(
        await take(`${centre.url}/api/reports/monthly/${from.slice(0, 7)}.pdf?office=${office}&language=kk`),
      );
    const figures: Figure[] = [
      { ...atMost("XLSX of all operators by service, a month", given.ms / 1_000, "s", 20), note },
      {
        ...atMost("memory that it takes beyond rest", peak() - rest, "MB", 300),
        note: `${rest.toFixed(0)} MB at rest`,
      },
      {
        ...atMost("PDF of an office's month, warm", median(printed.slice(1).map(({ ms }) => ms)), "ms", 2_000),
        note: `${Math.round(printed[0]?.ms ?? 0)} ms the first time, ${((printed[0]?.bytes ?? 0) / 1e3).toFixed(0)} kB`,
      },
    ];
    return {
      line: "exports",
      title: "files of a month",
      how: `${month.how}; over HTTP`,
      events: month.events,
      figures,
    };
  } finally {
    await centre.stop();
  }
}

async function rowsOf(url: string): Promise<number> {
  const answer = await fetch(url);
  if (!answer.ok || answer.body === null) throw new Error(`${url} was answered with ${answer.status}`);
  let lines = 0;
  for await (const chunk of answer.body) for (const byte of chunk) if (byte === 10) lines += 1;
  return lines - 1;
}
