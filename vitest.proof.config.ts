import { defineConfig } from "vitest/config";

// Proofs start processes and kill them: one at a time, with all the time they need.
export default defineConfig({
  test: {
    include: ["proof/**/*.test.ts"],
    pool: "forks",
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    env: { TZ: "Europe/Brussels", LANG: "C.UTF-8" },
  },
});
