import { runBuilt } from "./program.mjs";

await runBuilt("report");
