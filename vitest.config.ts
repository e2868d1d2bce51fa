import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["core/test/**/*.test.ts", "server/test/**/*.test.ts", "web/test/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
    pool: "threads",
    // Drawings on their own carry the rules of the site's sheets along.
    css: { include: /web\/src\/style\// },
    // Both cores of a small machine: by itself one would stay idle.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { TZ: "Europe/Brussels", LANG: "C.UTF-8" },
  },
});
