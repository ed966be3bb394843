import { existsSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** The programs of the server side, by the name of their bundle in dist/server. */
const programs: Readonly<Record<string, string>> = {
  main: "server/main.ts",
  foldingThread: "server/foldingThread.ts",
  handThread: "server/handThread.ts",
  renderThread: "server/renderThread.ts",
  workbookThread: "server/workbookThread.ts",
  demo: "server/demo.ts",
  simulator: "seeds/simulator/main.ts",
  token: "server/token.ts",
  account: "server/account.ts",
  archive: "server/archiveCommand.ts",
  import: "seeds/import.ts",
  report: "server/report.ts",
  bench: "server/bench/main.ts",
};

const existing = Object.fromEntries(Object.entries(programs).filter(([, path]) => existsSync(path)));

export default defineConfig(({ isSsrBuild }) => ({
  root: isSsrBuild || process.env.VITEST ? "." : "client",
  plugins: [react()],
  build: isSsrBuild
    ? {
        ssr: true,
        outDir: "dist/server",
        emptyOutDir: true,
        target: "node20",
        sourcemap: true,
        // beside the programs, so that a program finds its threads from any part of itself
        rollupOptions: { input: existing, output: { chunkFileNames: "[name]-[hash].js" } },
      }
    : { outDir: "../dist/client", emptyOutDir: true, target: "es2022", modulePreload: { polyfill: false } },
  // Tests take packages as Node does; the bundles hold theirs, but for those that bring machine code or files of their own.
  ssr: process.env.VITEST
    ? {}
    : {
        noExternal: true,
        external: ["bufferutil", "utf-8-validate", "playwright-core", "@node-rs/argon2", "pdfkit"],
      },
  test: {
    include: ["{server,shared,seeds,client}/**/*.test.{ts,tsx}", "{server,client}/**/*.e2e.ts"],
    environment: "node",
    // one more than the two cores it is made for: much of the time a browser or Redis is waited for
    maxWorkers: 3,
    // generous: a slow machine takes longer, and only what fails waits to the end
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 40_000 } },
  },
}));
