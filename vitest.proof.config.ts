import { configDefaults, defineConfig } from "vitest/config";

const shared = {
  pool: "forks",
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 20_000 } },
  env: { TZ: "Europe/Brussels", LANG: "C.UTF-8" },
} as const;

// What measures memory or time, kills at measured moments, or uses both cores itself.
const alone = ["accessibility", "fuzz", "publish-crash", "publish-under-load", "streaming"].map((name) => `proof/${name}.test.ts`);

// Proofs start processes of their own and get all the time they need: first two beside each other, then one at a time.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "together",
          include: ["proof/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...alone],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      { test: { ...shared, name: "alone", include: alone, maxWorkers: 1, fileParallelism: false, sequence: { groupOrder: 1 } } },
    ],
  },
});
