import { parentPort } from "node:worker_threads";
import { wholeFile } from "./export/fileFormat.ts";
import { renderDictionary, renderReport } from "./export/renderReport.ts";
import type { RenderOrder, RenderTold } from "./reports/renderer.ts";

/** Writes files of reports in a thread of its own: a long PDF keeps nobody waiting who looks at the wall. */
parentPort?.on("message", ({ id, report, format, language, dictionary }: RenderOrder) => {
  const rendered = dictionary ? renderDictionary(report, language) : renderReport(report, format, language);
  wholeFile(rendered).then(
    (file) => {
      const bytes = new Uint8Array(file);
      parentPort?.postMessage({ id, bytes } satisfies RenderTold, [bytes.buffer]);
    },
    (error: unknown) => parentPort?.postMessage({ id, error: String(error) } satisfies RenderTold),
  );
});
