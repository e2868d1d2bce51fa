import { runSuites } from "./suites.mjs";

// `npm run proof`: what takes too long for every change: crashes, load, attackers.

await runSuites(["vitest.proof.config.ts"], process.argv.slice(2));
