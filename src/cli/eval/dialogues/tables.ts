/** What `--dialogues` prints: sums by variety and by service, faults by family, and each dialogue that failed, with its seed. */
import { nameOf } from "./plan.ts";
import type { Played } from "./play.ts";

/** Told with every sum: nothing asked twice, nothing begun unasked, the order right; and the order alone. */
export function dialogueTables(played: readonly Played[]): string {
  const rows = [
    row("all", played),
    ...grouped(played, ({ name }) => name.variety),
    ...grouped(played, ({ name }) => name.service),
  ];
  return ["dialogues                 right   order right  messages (least)", ...rows].join("\n");
}

export function faultTable(played: readonly Played[]): string {
  const counts = new Map<string, number>();
  for (const { faults } of played)
    for (const family of new Set(faults.map((fault) => fault.family)))
      counts.set(family, (counts.get(family) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([family, count]) => `${family.padEnd(26)}${String(count).padStart(5)}`)
    .join("\n");
}

export function showDialogue({ name, faults, lines }: Played, seed: number): string {
  const found = faults.map(({ family, what }) => `! ${family}: ${what}`);
  return [`-- ${nameOf(name)} --seed ${seed}`, ...found, ...lines].join("\n");
}

function grouped(played: readonly Played[], keyOf: (one: Played) => string): string[] {
  const groups = Map.groupBy(played, keyOf);
  return [...groups].map(([key, own]) => row(key, own));
}

function row(key: string, played: readonly Played[]): string {
  const right = played.filter(({ faults }) => faults.length === 0).length;
  const ordered = played.filter((one) => one.ordered).length;
  const turns = played.reduce((sum, one) => sum + one.turns, 0) / played.length;
  const least = played.reduce((sum, one) => sum + one.least, 0) / played.length;
  const share = (count: number) => `${((100 * count) / played.length).toFixed(1)} %`.padStart(8);
  return `${key.padEnd(20)}${String(played.length).padStart(5)}${share(right)}${share(ordered)}${turns.toFixed(1).padStart(14)} (${least.toFixed(1)})`;
}
