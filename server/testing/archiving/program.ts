import { ArchiveFolder } from "../../archive/archiveFolder.ts";
import { ArchiveWorker } from "../../redis/archiveWorker.ts";
import { RedisNodes } from "../../redis/connection.ts";

/** Archives and trims as a server does until it is killed: `program.js <redis url> <folder> <partitions>`. */
const [url = "", path = "", partitions = "1"] = process.argv.slice(2);
const nodes = new RedisNodes([url]);
const worker = new ArchiveWorker({
  ...{ nodes, partitions: Number(partitions), folder: new ArchiveFolder(path) },
  report: () => {},
  failed: (_partition, error) => process.stderr.write(`${String(error)}\n`),
});
process.stdout.write("begins\n");
await worker.round();
process.stdout.write("done\n");
await nodes.close();
