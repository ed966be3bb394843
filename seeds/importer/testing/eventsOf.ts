import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CloudEvent } from "../../../shared/events.ts";
import { parseMapping } from "../mapping.ts";
import { runImport } from "../runImport.ts";
import type { LineRefusal } from "../sourceRecord.ts";
import type { TallySheet } from "../tallySheet.ts";
import type { WayIn } from "../wayIn.ts";

/** Runs `body` with a file of the given content in a folder of its own, and removes it afterwards. */
export async function withFile<T>(
  name: string,
  content: string | Uint8Array,
  body: (path: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "import-of-a-test-"));
  try {
    const path = join(folder, name);
    writeFileSync(path, content);
    return await body(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a file comes to by a mapping. */
export interface Made {
  readonly events: readonly CloudEvent[];
  readonly refused: readonly LineRefusal[];
  readonly sheet: TallySheet;
}

/** Imports a file into a list. */
export function eventsOf(name: string, content: string | Uint8Array, mapping: object): Promise<Made> {
  return withFile(name, content, async (file) => {
    const events: CloudEvent[] = [];
    const refused: LineRefusal[] = [];
    const way: WayIn = {
      name: "a list",
      retries: 0,
      send: async (batch) => {
        for (const { json } of batch) events.push(JSON.parse(json) as CloudEvent);
        return { accepted: batch.length, refused: [] };
      },
      close: async () => undefined,
    };
    const sheet = await runImport({
      file,
      mapping: parseMapping(JSON.stringify(mapping), "mapping.json"),
      way,
      onRefused: (refusal) => refused.push(refusal),
      onProgress: () => undefined,
    });
    return { events, refused, sheet };
  });
}
