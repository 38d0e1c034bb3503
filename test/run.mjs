/**
 * `npm test` and `npm run check`: every proof that the repository has, in the order in which it is cheapest to fail. Ends with a
 * line `N passed, N failed`, where each check before the tests counts as one.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";

const quick = process.argv.includes("--quick");
const bin = (name) => join("node_modules", ".bin", name);
const checks = [
  ["format and lint", bin("biome"), ["check", "--error-on-warnings", "."]],
  ["types", bin("tsc"), ["-p", "tsconfig.json"]],
  ["flows", bin("tsx"), ["src/cli/flows-check.ts"]],
  ["generated files are fresh", bin("tsx"), ["src/cli/generate.ts", "--check"]],
];

let passed = 0;
let failed = 0;
for (const [name, command, args] of checks) {
  const ok = spawnSync(command, args, { stdio: "inherit" }).status === 0;
  console.log(`${ok ? "ok" : "FAILED"}: ${name}`);
  if (ok) passed += 1;
  else failed += 1;
}

/**
 * Offices of tests live in memory where there is plenty: a disk's syncs are most of what a thousand of them cost, and prove nothing. What a sync keeps is
 * shown by the tests of power cuts, and how often one is made by `npm run bench`.
 */
function memoryFolder() {
  const memory = "/dev/shm";
  const plenty = 6 * 2 ** 30;
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > plenty && freemem() > plenty ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}

const folder = mkdtempSync(join(memoryFolder(), "wasit-test-"));
const report = join(folder, "report.json");
const only = quick
  ? ["--exclude", "test/browser/**", "--exclude", "test/faults/**", "--exclude", "test/fresh/**"]
  : [];
const run = spawnSync(
  bin("vitest"),
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...only],
  {
    stdio: "inherit",
    env: { ...process.env, TMPDIR: folder, TEST_DISK: tmpdir() },
  },
);
try {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, "utf8"));
  passed += numPassedTests;
  failed += numFailedTests || (run.status === 0 ? 0 : Math.max(1, numFailedTestSuites));
} catch {
  failed += 1;
  console.error("The tests gave no report: vitest itself failed, see above.");
}
rmSync(folder, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
