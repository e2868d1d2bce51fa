import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { needNode, packageFile, readJson, root, run, say } from "./project.mjs";

/** Counts of one run of Vitest; a file that could not be loaded, or an error outside a test, counts as a failure. */
async function runSuite(config, extra) {
  const folder = join(root, "test-results");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${config}.json`);
  rmSync(file, { force: true });
  const vitest = packageFile("vitest", "vitest.mjs");
  const args = [vitest, "run", "--config", config, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`, ...extra];
  // What tests leave behind, killed ones too, goes with this folder.
  const temp = mkdtempSync(join(tmpdir(), "peil-tests-"));
  // PostgreSQL runs as a user of its own and must pass.
  chmodSync(temp, 0o755);
  const { code } = await run(needNode(), args, { env: { UV_THREADPOOL_SIZE: "16", TMPDIR: temp } });
  rmSync(temp, { recursive: true, force: true });
  const report = readJson(file);
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0, told: [`${config}: no report`] };
  const unloaded = report.testResults.filter(
    (each) => each.status === "failed" && each.assertionResults.every((one) => one.status !== "failed"),
  ).length;
  const failed = report.numFailedTests + unloaded;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    told: failuresOf(report),
  };
}

/** Each failure of a report: its file, its test and the first lines of what was wrong. */
function failuresOf({ testResults }) {
  return testResults
    .filter((each) => each.status === "failed")
    .flatMap(({ name, message, assertionResults }) => {
      const broken = assertionResults.filter((each) => each.status === "failed");
      const parts = broken.length === 0 ? [["", message]] : broken.map((each) => [` > ${each.fullName}`, each.failureMessages.join("\n")]);
      return parts.map(([test, text]) => `${relative(root, name)}${test}: ${short(text)}`);
    });
}

/** The first lines of a message, on one. */
function short(text) {
  return text.split("\n").slice(0, 6).join(" | ").slice(0, 600);
}

/** The line that closes every run of tests. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/**
 * Runs suites one after the other, prints what failed and one closing line over all of them and ends the process:
 * 1 when a test failed or none ran.
 * @param configs names of Vitest's configurations in the repository
 * @param extra further arguments for Vitest, such as the names of files
 */
export async function runSuites(configs, extra = []) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const told = [];
  for (const config of configs) {
    const counts = await runSuite(config, extra);
    told.push(...counts.told);
    for (const key of Object.keys(total)) total[key] += counts[key];
  }
  for (const failure of told) say(`FAILED ${failure}`);
  say(closingLine(total));
  process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
}
