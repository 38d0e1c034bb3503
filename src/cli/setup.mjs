/**
 * Makes a fresh clone ready: installs the packages, compiles the sources and learns from the sayings, each only when what it is made
 * from has changed.
 * Runs before `npm start`, `npm test` and the other commands, on whatever Node (20 or newer) the machine has: so it imports
 * nothing but Node itself. A stamp is written after success only, so an interrupted install or build is done again.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const stamps = join(root, "node_modules", ".wasit");
const withBuild = !process.argv.includes("--no-build");

function fail(message) {
  process.stderr.write(`\nWasit cannot be set up: ${message}\n`);
  process.exit(1);
}

function hashFiles(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex");
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
}

function isDone(stamp, hash) {
  const file = join(stamps, stamp);
  return existsSync(file) && readFileSync(file, "utf8") === hash;
}

function markDone(stamp, hash) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, stamp), hash);
}

/**
 * npm puts `node_modules/.bin` first on the path, and with it the Node that lies in there: an install run by that one would
 * delete the Node that it runs on (seen, at an upgrade).
 */
function machinePath() {
  const parts = (process.env.PATH ?? "").split(delimiter);
  return parts.filter((part) => !/node_modules[\\/]\.bin[\\/]?$/.test(part)).join(delimiter);
}

function run(command, args, whatToDo) {
  const result = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, PATH: machinePath() },
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (result.error) fail(`\`${command}\` could not be started (${result.error.message}). ${whatToDo}`);
  if (result.status !== 0)
    fail(`\`${command} ${args.join(" ")}\` ended with code ${result.status}. ${whatToDo}`);
}

function install() {
  const hash = hashFiles([join(root, "package.json"), join(root, "package-lock.json")]);
  if (isDone("installed", hash)) return;
  process.stderr.write("Installing packages (once; about a minute) …\n");
  run(
    "npm",
    ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
    "The npm registry must be reachable and the disk needs 1 GB free; then run the same command again.",
  );
  markDone("installed", hash);
}

function build() {
  const sources = [
    ...filesUnder(join(root, "src")),
    join(root, "tsconfig.build.json"),
    join(root, "tsconfig.json"),
  ];
  const hash = hashFiles(sources);
  if (existsSync(join(root, "dist", "main.js")) && isDone("built", hash)) return;
  process.stderr.write("Compiling …\n");
  rmSync(join(root, "dist"), { recursive: true, force: true });
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  run(
    process.execPath,
    [tsc, "-p", "tsconfig.build.json"],
    "The lines above name the file and line to mend.",
  );
  markDone("built", hash);
}

/** A start would do it, too: later by the seconds that it takes. Whatever hinders it is for the start to tell. */
function learn() {
  const taught = ["src", "flows", "prompts"].flatMap((folder) => filesUnder(join(root, folder)));
  const hash = hashFiles(taught);
  if (isDone("learnt", hash)) return;
  process.stderr.write("Learning from the sayings …\n");
  const node = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  const { status } = spawnSync(node, [join(root, "dist", "cli", "learn.js")], { cwd: root, stdio: "ignore" });
  if (status === 0) markDone("learnt", hash);
}

const major = Number(process.versions.node.split(".")[0]);
if (major < 20)
  fail(
    `it needs Node 20 or newer, this is Node ${process.versions.node}. Install a newer one from nodejs.org.`,
  );
install();
if (withBuild) {
  build();
  learn();
}
