import { defineConfig } from "vitest/config";

// The journeys share one real server; each file has a browser of its own, and two run beside each other.
export default defineConfig({
  test: {
    include: ["journeys/**/*.test.ts"],
    globalSetup: ["journeys/server.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 240_000,
    env: { TZ: "Europe/Brussels", LANG: "C.UTF-8" },
  },
});
