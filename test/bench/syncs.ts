/** How often W asks the disk to sync, counted by strace: the difference of a long and a short run, so that starts cancel out. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../../src/root.ts";
import type { Figure } from "./run.ts";

const child = fileURLToPath(
  new URL(`./drive-child${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url),
);

function syncsOf(folder: string, inFlight: number, messages: number): number {
  mkdirSync(folder, { recursive: true });
  const report = join(folder, "strace.txt");
  const run = spawnSync(
    "strace",
    [
      "-f",
      "-c",
      "-e",
      "trace=fsync,fdatasync",
      "-o",
      report,
      process.execPath,
      "--import",
      "tsx",
      child,
      folder,
      String(inFlight),
      String(messages),
    ],
    { cwd: root, stdio: "inherit" },
  );
  if (run.status !== 0) throw new Error(`the traced run ended with ${run.status}`);
  const rows = readFileSync(report, "utf8").matchAll(
    /^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+)\s+(?:\d+\s+)?(?:fsync|fdatasync)$/gm,
  );
  return [...rows].reduce((sum, [, calls]) => sum + Number(calls), 0);
}

export function countSyncs(folder: string): readonly Figure[] {
  if (spawnSync("strace", ["-V"]).status !== 0) {
    return [{ name: "syncs a message", value: "not counted: strace is not installed" }];
  }
  return [
    { inFlight: 1, short: 600, long: 3_000, most: 1.05 },
    { inFlight: 64, short: 3_840, long: 38_400, most: 0.06 },
  ].map(({ inFlight, short, long, most }) => {
    const few = syncsOf(join(folder, `${inFlight}-short`), inFlight, short);
    const many = syncsOf(join(folder, `${inFlight}-long`), inFlight, long);
    const value = (many - few) / (long - short);
    return { name: `${inFlight} in flight, syncs a message`, value, goal: `≤ ${most}`, met: value <= most };
  });
}
