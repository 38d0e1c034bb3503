/** Processes of the fault tests: an office that plays the story on a folder, ended in one way or another, and its remains. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { writeBenchFlows } from "../bench/work-item.ts";
import { bundled, bundledChild } from "./bundle.ts";

/** A folder with the bench flows, for the data and the history of one run. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "wasit-fault-"));
  writeBenchFlows(folder);
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export type Life = {
  readonly customers: number;
  readonly seed: number;
  /** `POINT:N`, see kill-points.ts, or what child.ts knows besides. */
  readonly fault?: string;
  /** Options of Node itself. */
  readonly node?: readonly string[];
  /** How long it waits for another process on the folder; 15 seconds if left out. */
  readonly lockWaitMs?: number;
  /** A program that runs the office, with its arguments: strace. */
  readonly under?: readonly string[];
};

export type Ended = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** One life of the office of a child program beside this file, from its start to its end; `said` on its standard output. */
export function liveOnce(
  child: string,
  given: readonly string[],
): Promise<{ readonly signal: NodeJS.Signals | null; readonly said: string }> {
  const program = [bundled(child), ...given];
  const started = spawn(process.execPath, program, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void started.kill("SIGKILL"));
  let said = "";
  started.stdout.on("data", (data) => {
    said += data;
  });
  return new Promise((resolve) => started.once("close", (_, signal) => resolve({ signal, said })));
}

/** One life of the office on a folder: the running process, what it said so far, and its end. */
export function startLife(
  folder: string,
  { customers, seed, fault = "", lockWaitMs = 15_000, node = [], under = [] }: Life,
): { readonly process: ChildProcess; said(word: string): Promise<void>; readonly ended: Promise<Ended> } {
  const office = [
    process.execPath,
    ...node,
    bundledChild(),
    folder,
    String(customers),
    String(seed),
    fault,
    String(lockWaitMs),
  ];
  const [program = "", ...args] = [...under, ...office];
  const started = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  onTestFinished(() => void started.kill("SIGKILL"));
  let stderr = "";
  let heard: () => void = () => undefined;
  started.stdout.on("data", (data) => {
    stdout += data;
    heard();
  });
  started.stderr.on("data", (data) => (stderr += data));
  const ended = new Promise<Ended>((resolve, reject) => {
    started.on("error", reject);
    started.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  const said = (word: string) =>
    new Promise<void>((resolve) => {
      heard = () => {
        if (stdout.includes(word)) resolve();
      };
      void ended.then(() => resolve());
      heard();
    });
  return { process: started, said, ended };
}

/** A life that is left to itself. */
export function live(folder: string, life: Life): Promise<Ended> {
  return startLife(folder, life).ended;
}
