/**
 * A fresh clone for tests: the tracked files in a folder of their own, the packages as hard links, and the machine's own Node and
 * npm, as a visitor has them. The installing itself is played by a stand-in, since it takes a minute and the network; that it was
 * asked for is written down.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { root } from "../../src/root.ts";

/** Longest wait for a start, which may have to compile on a busy machine. */
const startMs = 150_000;

export type Clone = {
  readonly folder: string;
  /** How often packages were installed since the clone was made. */
  installs(): number;
  /** From now on installing ends with this code. */
  installEndsWith(code: number): void;
  /** `npm start`, as typed into a terminal. */
  start(settings?: Readonly<Record<string, string>>): Started;
  remove(): void;
};

export type Started = {
  /** Milliseconds until the office answered on /readyz; rejects with its output when it ended instead. */
  ready(port: number): Promise<number>;
  /** Ctrl-C, which a terminal gives to every process of the command. Milliseconds until all was over. */
  interrupt(): Promise<number>;
  /** The exit code, and everything that it printed. */
  ended(): Promise<{ readonly code: number | null; readonly output: string }>;
  output(): string;
};

/** Copies what git tracks; the packages have no stamp of an install, as in a clone that was just made. */
export function freshClone(): Clone {
  // On the disk of the packages where it can be: there they are linked, elsewhere copied.
  const folder = mkdtempSync(join(process.env.TEST_DISK ?? tmpdir(), "wasit-fresh-"));
  const tracked = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).split("\0");
  for (const file of tracked.filter((file) => file !== "" && existsSync(join(root, file)))) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    cpSync(join(root, file), join(folder, file), { dereference: true });
  }
  linkPackages(folder);
  const shelf = standInNpm(folder);
  const children: ChildProcess[] = [];
  return {
    folder,
    installs: () => (existsSync(shelf.asked) ? readFileSync(shelf.asked, "utf8").split("\n").length - 1 : 0),
    installEndsWith: (code) => writeFileSync(shelf.code, String(code)),
    start(settings = {}) {
      const child = npmStart(folder, { ...environment(shelf.bin), ...settings });
      children.push(child);
      return asStarted(child);
    },
    remove() {
      for (const child of children) endNow(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function linkPackages(folder: string): void {
  try {
    execFileSync("cp", ["-al", join(root, "node_modules"), folder], { stdio: "ignore" });
  } catch {
    // Another disk, or a `cp` without links.
    rmSync(join(folder, "node_modules"), { recursive: true, force: true });
    cpSync(join(root, "node_modules"), join(folder, "node_modules"), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  rmSync(join(folder, "node_modules", ".wasit"), { recursive: true, force: true });
}

/** An `npm` that notes `npm ci` and hands everything else to the real one. */
function standInNpm(folder: string) {
  const bin = join(folder, ".stand-in");
  const shelf = { bin, asked: join(bin, "asked"), code: join(bin, "code") };
  const real = execFileSync("which", ["npm"], { env: { PATH: machinePath() }, encoding: "utf8" }).trim();
  mkdirSync(bin);
  writeFileSync(shelf.code, "0");
  writeFileSync(
    join(bin, "npm"),
    `#!/bin/sh\nif [ "$1" = ci ]; then echo "$@" >> "${shelf.asked}"; exit "$(cat "${shelf.code}")"; fi\nexec "${real}" "$@"\n`,
  );
  chmodSync(join(bin, "npm"), 0o755);
  return shelf;
}

/** The path without what npm puts on it for scripts: there lies the Node that the project brings. */
function machinePath(): string {
  const parts = (process.env.PATH ?? "").split(delimiter);
  return parts.filter((part) => !/node_modules[\\/]\.bin[\\/]?$/.test(part)).join(delimiter);
}

/** The machine's environment without settings of ours, and without what an outer npm or test runner left in it. */
function environment(bin: string): Record<string, string> {
  const left = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && !/^(npm_|WASIT_|VITEST|NODE_|INIT_CWD)/i.test(name),
  );
  return { ...Object.fromEntries(left), PATH: [bin, machinePath()].join(delimiter) } as Record<
    string,
    string
  >;
}

/** In a process group of its own, as a terminal would. */
function npmStart(cwd: string, env: Record<string, string>) {
  return spawn("npm", ["start"], { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
}

/** For a test that failed before its office was stopped. */
function endNow({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, "SIGKILL");
}

function asStarted(child: ReturnType<typeof npmStart>): Started {
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (output += String(piece)));
  const over = once(child, "close").then(([code]) => ({ code: code as number | null, output }));
  return {
    output: () => output,
    ended: () => over,
    ready: (port) => answers(port, child, () => output),
    async interrupt() {
      const began = performance.now();
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGINT");
      await over;
      return performance.now() - began;
    },
  };
}

async function answers(port: number, child: ChildProcess, output: () => string): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < startMs) {
    if (child.exitCode !== null) throw new Error(`It ended with code ${child.exitCode}:\n${output()}`);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`It did not answer:\n${output()}`);
}
