import { needNode, packageFile, run, say } from "./project.mjs";

// `npm run check`: everything that can be known without running the product. Two steps at a time.

const node = needNode();
const tsc = packageFile("typescript", "bin", "tsc");
const steps = [
  ["types: server", [tsc, "-p", "server"]],
  ["types: web", [tsc, "-p", "web"]],
  ["types: client", [tsc, "-p", "client"]],
  ["types: core", [tsc, "-p", "core"]],
  ["types: core tests", [tsc, "-p", "core/tsconfig.test.json"]],
  ["types: tools", [tsc, "-p", "tsconfig.json"]],
  ["lint and format", [packageFile("@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings", "--max-diagnostics=100"]],
  ["walls", ["scripts/walls.ts"]],
  ["line rules", ["scripts/rules.ts"]],
  ["dead code", [packageFile("knip", "bin", "knip.js"), "--no-progress"]],
  ["licences", ["scripts/licences.ts"]],
];
const only = process.argv.slice(2);
const waiting = steps.filter(([name]) => only.length === 0 || only.some((word) => name.includes(word)));
let failed = 0;

async function work() {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const [name, args] = step;
    const started = Date.now();
    const { code, output } = await run(node, args, { quiet: true });
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    say(`${code === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
    if (code === 0) continue;
    failed++;
    say(output);
  }
}

await Promise.all([work(), work()]);
say(failed === 0 ? "All checks hold." : `${failed} of ${steps.length} checks failed.`);
process.exit(failed === 0 ? 0 : 1);
