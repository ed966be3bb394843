import { writeFileSync } from "node:fs";

/**
 * A vitest reporter that writes "N passed, N failed" to the file named by TEST_COUNTS. A test file that could not be
 * loaded, or an error outside every test, counts as one failure.
 */
export default class CountReporter {
  onTestRunEnd(files, strayErrors) {
    let passed = 0;
    let failed = strayErrors.length;
    let skipped = 0;
    for (const file of files) {
      failed += file.errors().length;
      for (const test of file.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed += 1;
        else if (state === "failed") failed += 1;
        else skipped += 1;
      }
    }
    writeFileSync(process.env.TEST_COUNTS, JSON.stringify({ passed, failed, skipped }));
  }
}
