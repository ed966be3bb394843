import { runProcess } from "./process.ts";

/** The server alone, for real use: no simulator, no demonstration. */
await runProcess();
