import { defineConfig } from "vitest/config";

/** One short suite. Every test file that needs rows gets a database of its own (test/desk.ts). */
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "bench/**/*.test.ts", "test/**/*.test.ts", "training/**/*.test.ts"],
    globalSetup: ["test/server.ts"],
    reporters: ["default", "./test/not-run.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
