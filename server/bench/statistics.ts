import type { Bench } from "./bench.ts";
import { startCentreProcess } from "./centreProcess.ts";
import { type Month, readRows } from "./month.ts";
import { median } from "./quantile.ts";
import { atMost, type Figure, type Result } from "./result.ts";

const ASKED = 5;

interface Question {
  readonly by: "office" | "operator";
  readonly most: number;
}
const QUESTIONS: readonly Question[] = [
  { by: "office", most: 300 },
  { by: "operator", most: 2_000 },
];

/** How long the answers about a month take through the door of a real server, once it has answered the same before. */
export async function measureStatistics(bench: Bench, month: Month): Promise<Result> {
  const { redisUrl, clockOffsetMs, from, to } = month;
  const centre = await startCentreProcess({ programs: bench.programs, redisUrl, clockOffsetMs });
  try {
    const figures: Figure[] = [];
    for (const { by, most } of QUESTIONS) {
      bench.say(`statistics by ${by}`);
      const times: number[] = [];
      const reads: number[] = [];
      const processor: number[] = [];
      let bytes = 0;
      for (let round = 0; round <= ASKED; round += 1) {
        const before = await centre.metric("process_cpu_seconds_total");
        const begun = performance.now();
        const answer = await fetch(`${centre.url}/api/statistics?from=${from}&to=${to}&by=${by}`);
        bytes = (await answer.arrayBuffer()).byteLength;
        if (!answer.ok) throw new Error(`The statistics by ${by} were answered with ${answer.status}`);
        if (round > 0) times.push(performance.now() - begun);
        if (round > 0) processor.push((await centre.metric("process_cpu_seconds_total")) - before);
        if (round > 0) reads.push(await readRows(month, bench.index.offices.keys(), by));
      }
      const limit = { what: "the same rows out of Redis, nothing done with them", value: median(reads) };
      const note = `${(bytes / 1_000).toFixed(0)} kB answered, ${Math.round(median(processor) * 1_000)} ms CPU of the server`;
      figures.push({ ...atMost(`a month by ${by}, warm`, median(times), "ms", most, limit), note });
    }
    const resident = (await centre.metric("process_resident_memory_bytes")) / 2 ** 20;
    figures.push(atMost("memory of the server after it", resident, "MB", 512));
    const how = `${month.how} (${month.operatorDays} operators' days); over HTTP, medians of ${ASKED}`;
    return { line: "statistics", title: "statistics of a month", how, events: month.events, figures };
  } finally {
    await centre.stop();
  }
}
