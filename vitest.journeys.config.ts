import { defineConfig } from "vitest/config";

// The journeys share one real server and one browser.
export default defineConfig({
  test: {
    include: ["journeys/**/*.test.ts"],
    globalSetup: ["journeys/server.ts"],
    pool: "forks",
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { TZ: "Europe/Brussels", LANG: "C.UTF-8" },
  },
});
