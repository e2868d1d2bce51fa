import { runSuites } from "./suites.mjs";

// `npm test`: the suites, then the journeys in a browser. `npm test -- <file>` runs what matches.

const only = process.argv.slice(2);
await runSuites(["vitest.config.ts", "vitest.journeys.config.ts"], only.length > 0 ? [...only, "--passWithNoTests"] : []);
