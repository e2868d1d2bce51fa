import { defineConfig } from "vitest/config";

// Both cores of a small machine: by itself one would stay idle. What is waited for comes late on a slow one.
const shared = { maxWorkers: 2, expect: { poll: { timeout: 20_000 } }, env: { TZ: "Europe/Brussels", LANG: "C.UTF-8" } } as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "pure",
          include: ["core/test/**/*.test.ts", "web/test/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
          pool: "threads",
          // Pure functions leave nothing behind: files share what they import.
          isolate: false,
          // Drawings on their own carry the rules of the site's sheets along.
          css: { include: /web\/src\/style\// },
          testTimeout: 30_000,
        },
      },
      {
        // Engines in native code end with their process, never with a thread.
        test: {
          ...shared,
          isolate: false,
          name: "server",
          include: ["server/test/**/*.test.ts", "client/test/**/*.test.ts"],
          pool: "forks",
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
