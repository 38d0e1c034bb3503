/**
 * Faults below the database: strace kills the process at its N-th write or sync, or makes that call fail. Skipped, with the reason,
 * where strace is missing or may not trace.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { each, type Folder, faultsIn, type Outcome, prepareFolder, sufferAll } from "./campaign.ts";
import { type Life, live, removeFolder } from "./processes.ts";

const count = 3;
/** Why strace can't be used here, if so. */
function straceProblem(): string | undefined {
  const tried = spawnSync("strace", ["-f", "-qq", "-e", "inject=fdatasync:delay_enter=1", "true"]);
  if (tried.error) return `strace can't be started: ${tried.error.message}`;
  return tried.status === 0 ? undefined : `strace may not trace here: ${tried.stderr}`;
}

const problem = straceProblem();
if (problem) console.log(`system-calls.long.ts is skipped: ${problem}`);

function traced(...options: string[]): Life {
  return { customers: count, seed: 1, under: ["strace", "-f", "-qq", "-o", "/dev/null", ...options] };
}

/** How often an undisturbed life makes each of these calls on its main thread. */
async function countCalls(which: string, kind: Folder): Promise<number> {
  const folder = await prepareFolder(kind);
  const file = join(folder, "calls");
  await live(folder, {
    customers: count,
    seed: 1,
    under: ["strace", "-qq", "-e", `trace=${which}`, "-o", file],
  });
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.includes("("));
  removeFolder(folder);
  return lines.length;
}

type Campaign = {
  readonly calls: string;
  readonly fault: string;
  readonly kind: Folder;
  readonly step?: number;
};

/** One fault at every `step`-th of these calls, from the first to the last. */
async function atEach({ calls, fault, kind, step = 1 }: Campaign): Promise<readonly Outcome[]> {
  const all = await countCalls(calls, kind);
  expect(all).toBeGreaterThan(5);
  const some = each("call", all).filter((_, index) => index % step === 0);
  const outcomes = await sufferAll(some, kind, (one) =>
    traced("-e", `inject=${calls}:${fault}:when=${one.slice("call:".length)}`),
  );
  const told = Object.entries(Object.groupBy(outcomes, ({ ended }) => String(ended.signal ?? ended.code)));
  const ends = told.map(([code, ones]) => `${ones?.length} ended with ${code}`).join(", ");
  console.log(`${fault} at ${some.length} of ${all} calls of ${calls}, ${kind} folder: ${ends}`);
  return outcomes;
}

/** Lives that did not end in order must have said why in the words that the owner reads. */
function unexplained(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.flatMap(({ fault, ended: { code, stderr } }) =>
    code === 0 || /The disk failed|[Tt]he disk is full/.test(stderr)
      ? []
      : [`${fault}: ${stderr.slice(0, 300)}`],
  );
}

describe.skipIf(problem !== undefined)("below the database", () => {
  it.each<Folder>(["new", "used"])(
    "a kill at every write and sync leaves a prefix of the commits: %s folder",
    async (kind) => {
      const calls = "pwrite64,fdatasync,fsync,ftruncate";
      const outcomes = await atEach({ calls, fault: "signal=KILL", kind });
      expect(faultsIn(outcomes)).toEqual([]);
      // Lives differ a little in how many messages share a commit: the last calls are not reached in all of them.
      const killed = outcomes.filter(({ ended }) => ended.signal === "SIGKILL").length;
      expect(killed).toBeGreaterThan(outcomes.length * 0.8);
    },
  );

  it.each([
    ["fsync,fdatasync", "used"],
    ["pwrite64", "used"],
    ["pwrite64", "new"],
  ] as const)(
    "an I/O error of %s ends the process, and nothing acknowledged is lost: %s folder",
    async (calls, kind) => {
      const outcomes = await atEach({ calls, fault: "error=EIO", kind, step: kind === "new" ? 5 : 1 });
      expect(faultsIn(outcomes)).toEqual([]);
      expect(unexplained(outcomes)).toEqual([]);
    },
  );

  it("a disk that is full for a moment delays, and loses nothing", async () => {
    const outcomes = await atEach({ calls: "pwrite64", fault: "error=ENOSPC", kind: "used" });
    expect(faultsIn(outcomes)).toEqual([]);
    expect(unexplained(outcomes)).toEqual([]);
    expect(outcomes.filter(({ ended }) => ended.code === 0).length).toBeGreaterThan(outcomes.length / 3);
  });
});
