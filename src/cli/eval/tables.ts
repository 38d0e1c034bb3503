/** Figures as tables for a terminal. */
import type { FieldCount, Figures, Share } from "../../understand/measuring/measures.ts";

const percent = (right: number, of: number) =>
  of === 0 ? "    –  " : `${((100 * right) / of).toFixed(1).padStart(5)} %`;
const row = (name: string, { right, of }: Share) =>
  `  ${name.padEnd(22)} ${percent(right, of)}  ${right}/${of}`;
const fieldRow = (name: string, { right, given, expected }: FieldCount) =>
  `  ${name.padEnd(22)} ${percent(right, given)}  ${percent(right, expected)}   (${expected})`;

/** All tables of one part. */
export function tablesOf(figures: Figures): string {
  const { outside, calibration } = figures;
  const shares = (by: ReadonlyMap<string, Share>) =>
    [...by].sort(([a], [b]) => a.localeCompare(b)).map(([name, share]) => row(name, share));
  return [
    row("intent", figures.intents),
    row("all requests of several", figures.allFound),
    row("each request of several", figures.eachFound),
    row("begun, not asked for", figures.wronglyBegun),
    row("did you mean: has it", figures.asked),
    row("out of scope: recall", outside.recall),
    row("out of scope: precision", outside.precision),
    ...(outside.auroc === undefined ? [] : [`  out of scope: AUROC     ${(100 * outside.auroc).toFixed(1)}`]),
    `  calibration error (ECE) ${(100 * calibration.ece).toFixed(1)} points`,
    "\nby variety",
    ...shares(figures.byVariety),
    "\nby intent (recall)",
    ...shares(figures.byIntent),
    "\nconfidence: how many were right",
    ...calibration.bins.map((bin) => row(`${bin.from.toFixed(1)}–${bin.to.toFixed(1)}`, bin)),
    ...fieldTable(figures),
    `\nread in p50 ${figures.p50Us.toFixed(0)} µs, p99 ${figures.p99Us.toFixed(0)} µs`,
  ].join("\n");
}

function fieldTable({ fields, byType }: Figures): string[] {
  if (fields.expected === 0) return [];
  return [
    "\nfields                   precision  recall   (expected)",
    fieldRow("all", fields),
    ...[...byType].sort(([a], [b]) => a.localeCompare(b)).map(([type, counted]) => fieldRow(type, counted)),
  ];
}

/** What was taken for what, the most frequent first: sums alone, no sayings. */
export function confusionTable({ confusion }: Figures, most = 25): string {
  const cells = [...confusion].flatMap(([expected, reads]) =>
    [...reads].flatMap(([read, times]) => (read === expected ? [] : [{ expected, read, times }])),
  );
  return cells
    .sort((a, b) => b.times - a.times)
    .slice(0, most)
    .map(({ expected, read, times }) => `  ${String(times).padStart(3)} × ${expected} ← ${read}`)
    .join("\n");
}
