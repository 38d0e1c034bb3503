/** The office as its owner starts it: the whole process with its pages, on a free port of this machine. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { root } from "../../src/root.ts";
import { freePort } from "../kit.ts";

export type OfficeProcess = {
  readonly process: ChildProcess;
  readonly url: string;
  readonly pid: number;
  /** Resolves when it serves; rejects with what it said when it ended instead. */
  readonly open: Promise<void>;
  readonly ended: Promise<{
    readonly code: number | null;
    readonly signal: string | null;
    readonly stderr: string;
  }>;
};

export type Start = {
  /** Options of Node itself. */
  readonly node?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
};

/** Starts `src/main.ts` on a folder's data, with the demo and a key for the API. */
export async function startOffice(
  folder: string,
  { node = [], environment = {} }: Start = {},
): Promise<OfficeProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, ["--import", "tsx", ...node, join(root, "src", "main.ts")], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      WASIT_DATA: join(folder, "data"),
      WASIT_PORT: String(port),
      WASIT_HOST: "127.0.0.1",
      WASIT_DEMO: "on",
      WASIT_LOG: "info",
      ...environment,
    },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let stderr = "";
  let heard: () => void = () => undefined;
  child.stderr.on("data", (data) => {
    stderr += data;
    heard();
  });
  const ended = new Promise<Awaited<OfficeProcess["ended"]>>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => setImmediate(() => resolve({ code, signal, stderr })));
  });
  const open = new Promise<void>((resolve, reject) => {
    heard = () => {
      if (stderr.includes("Ctrl-C")) resolve();
    };
    ended.then(() => reject(new Error(stderr)), reject);
  });
  // Whoever only waits for the end need not wait for the opening.
  open.catch(() => undefined);
  return { process: child, url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, open, ended };
}
