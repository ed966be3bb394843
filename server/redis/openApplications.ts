import type { ReadOpen } from "../flow/flowPorts.ts";
import { command } from "./connection.ts";
import { openKey, partitionOf } from "./keys.ts";
import type { ReaderParts } from "./statisticsReader.ts";

/** Reads what offices have in hand from the index that every commit keeps. */
export function openApplications({ nodes, partitions }: Pick<ReaderParts, "nodes" | "partitions">): ReadOpen {
  const ask = async (name: "HVALS" | "HGETALL", office: string) => {
    const partition = partitionOf(office, partitions);
    return command<string[]>(await nodes.at(partition), [name, openKey(partition, office)]);
  };
  return {
    values: (office) => ask("HVALS", office),
    async entries(office) {
      const flat = await ask("HGETALL", office);
      return Array.from({ length: flat.length / 2 }, (_, at): readonly [string, string] => [
        flat[at * 2] as string,
        flat[at * 2 + 1] as string,
      ]);
    },
  };
}
