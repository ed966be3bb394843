import { runProcess } from "./process.ts";

/** The demonstration. Its parts are read while its Redis already reads its data. */
await runProcess(() => import("./demoCountry.ts").then(({ demonstration }) => demonstration));
