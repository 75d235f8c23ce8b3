import { defineConfig } from "vitest/config";

/** Whether the long tests run, and the laws for as long as they take: `npm run test:long`. */
const isLong = process.env.TEST_LONG === "1";

export default defineConfig({
  test: {
    include: isLong ? ["test/{laws,long}/**/*.test.ts"] : ["test/*.test.ts", "test/laws/*.test.ts"],
    globalSetup: "test/support/temporary.ts",
    // Loading the tool's libraries anew for each file would take a third of the time. No module of ours keeps what a test changes.
    isolate: false,
    maxWorkers: 2,
    // These end what hangs; a machine's speed decides no test.
    testTimeout: isLong ? 1_800_000 : 60_000,
    hookTimeout: isLong ? 600_000 : 60_000,
  },
});
