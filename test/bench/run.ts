/**
 * `npm run bench [-- --json] [-- --quick]`: the engine against the database's own speed, in one run on one machine. Ratios travel
 * between machines; seconds don't. See docs/measurements.md for what each figure means and the last ones.
 */
import { mkdirSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureChoosing } from "./choose.ts";
import { measureGrowth } from "./growth.ts";
import { measureIdle } from "./idle.ts";
import { measureRatios } from "./ratios.ts";
import { countSyncs } from "./syncs.ts";
import { measureText } from "./text.ts";

export type Figure = {
  readonly name: string;
  readonly value: number | string;
  readonly goal?: string;
  readonly met?: boolean;
};

const json = process.argv.includes("--json");
const quick = process.argv.includes("--quick");

/** tmpfs where the machine has it (the database's speed without a disk), and the disk of the data folder. */
function places(): readonly { readonly name: string; readonly folder: string }[] {
  const disk = { name: "disk", folder: mkdtempSync(join(tmpdir(), "wasit-bench-")) };
  const tmpfsMagic = 0x01021994;
  try {
    if (statfsSync("/dev/shm").type !== tmpfsMagic) return [disk];
    return [{ name: "tmpfs", folder: mkdtempSync("/dev/shm/wasit-bench-") }, disk];
  } catch {
    return [disk];
  }
}

function print(title: string, figures: readonly Figure[]): void {
  if (json) return;
  console.log(`\n${title}`);
  for (const { name, value, goal, met } of figures) {
    const shown = typeof value === "number" ? String(Number(value.toPrecision(4))) : value;
    const verdict = met === undefined ? "" : met ? "  met" : "  NOT MET";
    console.log(`  ${name.padEnd(52)} ${shown.padStart(12)}${goal ? `   goal ${goal}${verdict}` : ""}`);
  }
}

const all: Record<string, readonly Figure[]> = {};
const keep = (title: string, figures: readonly Figure[]) => {
  all[title] = figures;
  print(title, figures);
};

const found = places();
try {
  for (const { name, folder } of found) {
    const sub = (part: string) => {
      const path = join(folder, part);
      mkdirSync(path, { recursive: true });
      return path;
    };
    keep(`Work item W on ${name}`, await measureRatios(sub("w"), { tmpfs: name === "tmpfs", quick }));
    if (name === "disk") {
      keep("Syncs a message (strace)", countSyncs(sub("syncs")));
      continue;
    }
    keep("W-text: the classifier on each message", await measureText(sub("text"), quick));
    keep("Partners", measureChoosing());
    keep("Idle chats", await measureIdle(sub("idle"), quick ? 10_000 : 100_000));
    keep(
      "Growth",
      await measureGrowth(sub("growth"), quick ? [1_000, 20_000] : [1_000, 10_000, 100_000, 1_000_000]),
    );
  }
} finally {
  for (const { folder } of found) rmSync(folder, { recursive: true, force: true });
}
if (json) console.log(JSON.stringify(all, null, 2));
