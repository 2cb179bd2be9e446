import { defineConfig } from "vitest/config";

/** Thinking code alone: no database is started. For working on src/method, and for mutation testing. */
export default defineConfig({
  test: { include: ["src/method/**/*.test.ts", "src/kit/**/*.test.ts", "training/**/*.test.ts"], testTimeout: 20_000 },
});
