import { join } from "node:path";
import { defineConfig } from "vite";

const ROOT = join(import.meta.dirname, "..", "..", "..");

/** The campaign's two programs: the one that sends, kills and compares, and the one that is killed. */
export default defineConfig({
  root: ROOT,
  logLevel: "warn",
  build: {
    ssr: true,
    outDir: "dist/campaign",
    emptyOutDir: true,
    target: "node20",
    rollupOptions: {
      input: { main: join(import.meta.dirname, "main.ts"), ingest: join(import.meta.dirname, "ingest.ts") },
    },
  },
  ssr: { noExternal: true },
});
